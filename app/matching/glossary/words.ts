/**
 * Words that names of firms share, with other spellings, abbreviations and translations of each, in ASCII letters; written for Candour.
 * A line is `share word spelling spelling …`. The share is how many names of a thousand carry the word, in steps of 30, 10, 3 and 1,
 * as counted in the lists of listed entities (654 names and aliases) and seen in published supplier lists. It is a starting point:
 * `Rarity` adds what is counted in the names at hand.
 */
export const COMMON_WORDS = `
30 company co compania companhia compagnie firma kompaniya kompania sirketi sirket gongsi societe sociedade sociedad societa gesellschaft
30 group grp grupo groupe gruppe gruppo grubu gruppa jituan kelompok grup
30 industry ind inds industries industrial industria industrias industrie industriale industriel industrielle san sanayi sanayii industri promyshlennost shiye gongye chanye przemysl prumysl
30 trade trading trdg trd trades traders trader tradings commerce commercial comercio comercial comercializadora commercio tic handel handels handelsgesellschaft ticaret ticareti torg torgovyi torgovaya torgovy perdagangan thuong mai maoyi shangmao tijarah tijara tejarat bazargani
30 international intl int internacional internationale internazionale uluslararasi mezhdunarodnyi guoji antarabangsa internasional beynelmilel
30 factory factories fabrica fabrique fabrik fabbrica fabrika mill mills plant plants works zavod zavody usine planta pabrik kilang masnaa masna gongchang fabrikasi karkhana uzina werk werke fabriken
10 manufacturing mfg mfr mfrs manufacturer manufacturers manufacture manufactura manufacturas manufatura zhizao imalat uretim
10 technology tech technologies tecnologia technologie technologia teknoloji teknologi tekhnologiya tekhnologii keji technological technic tehnologija
10 import imports imp importacao importacion ithalat importer importers
10 export exports exp exportacao exportacion ihracat exporter exporters
10 service services servicos servicio servicios svcs svc servis servizi dienstleistung dienstleistungen khadamat uslugi
10 product products produtos productos produit produits produkte produkty produksi prod
10 production productions produccion producao proizvodstvo
10 garment garments apparel apparels fushi clothing clothes fuzhuang ropa bekleidung giyim odezhda abbigliamento zhiyi confeccoes confecciones confezioni konfeksiyon zhiyi vetements garmen may
10 textile textiles text tex textil tekstil texteis textiel tessile tekstilnyi fangzhi tekstile nasij
10 cotton khlopok algodao algodon coton baumwolle pamuk paxta pakhta qutn mianye mianhua
10 new nova nuevo novo nouvelle nouveau neue yeni xin
10 energy energia energie enerji energiya nengyuan
10 electronic electronics electronica electronique elektronik elektronika elec dianzi
10 development dev developments desarrollo desenvolvimento entwicklung developers fazhan kaifa gelisim razvitie
10 food foods alimentos alimenticia alimenticios aliments gida shipin makanan lebensmittel pangan alimentare alimentari
10 construction constructions constr construcoes construtora construccion construcciones constructora costruzioni bau insaat stroitelnyi stroitelstvo jianzhu konstruksi xay dung budownictwo
10 engineering eng engg engineers engenharia ingenieria ingegneria muhendislik inzhiniring gongcheng
10 enterprise enterprises ent entp empresa empreendimentos entreprise entreprises isletme predpriyatie qiye perusahaan
10 holding holdings hldgs hldg kholding konggu holdco
10 logistics logistic logistica logistik logistique lojistik logistika wuliu
10 transport transports transportes transportation transporte nakliyat perevozki yunshu transportation
10 global globe globalnyi
10 general gen generale umum genel
10 public pub
10 security
10 bureau
10 information info xinxi
10 machinery machine machines mach maquinas maquinaria maschinen maschinenbau makina mashina jixie mashinostroenie
10 metal metals metais metales metalli metall metaux jinshu logam metallurgical metalurji
10 chemical chemicals chem quimica quimicas chimica chimique chemie kimya khim huagong kimia chemische chemisch
10 investment investments invest inv inversiones investimentos yatirim touzi investama investasi
10 corporation corp corporacion corporacao korporatsiya
10 association assoc associates associados asociados
10 agriculture agricultural agricola agricole agri agro agropecuaria tarim nongye pertanian agrarian selskokhozyaistvennyi
3 farm farms fazenda hacienda ciftlik ferma granja
3 sport sports sporting sportswear esportes deportes deportivo
3 goods good
3 fashion fashions moda mode moden shizhuang fesyen
3 knitting knit knits knitwear knitted trikotaj trikotazh malhas malharia zhenzhi tejidos triko
3 spinning spinners filati iplik hilatura hilados fiacao fangsha spg
3 weaving weavers weave dokuma tecelagem zhizao
3 sock socks hosiery
3 shoe shoes footwear calcados calzado calzados schuhe chaussures ayakkabi obuv giay sepatu xieye
3 leather leathers couro couros cuero cuir deri pelle pige
3 plastic plastics plasticos plastico kunststoff plastik sujiao suliao
3 rubber gummi borracha caucho karet kaucuk xiangjiao
3 glass vidro vidros vidrio glas cam boli
3 steel aco aceros acero stahl acier celik stal gangtie baja thep
3 iron ferro hierro demir tie besi
3 aluminum aluminium alu aluminio alyuminii
3 copper cobre cobre bakir kupfer
3 silicon
3 power electricity dianli
3 electric electrical electricals electrica eletrica elektrik elektro dianqi listrik
3 solar
3 wood woods timber madeira madeiras madera maderas holz kayu ahsap muye legno bois
3 furniture moveis muebles mobel mobilya mebel jiaju
3 paper papel papier kagit bumaga kertas zhiye
3 packaging pack packing packers embalagens embalajes verpackung ambalaj upakovka baozhuang package kemasan
3 printing printers print grafica imprenta matbaa yinshua
3 pharmaceutical pharmaceuticals pharma farmaceutica farma ilac farmatsevticheskii yaoye zhiyao
3 medical medico medicos tibbi yiliao
3 biotechnology biotech bio
3 mining mineracao minera mineria bergbau madencilik kuangye
3 mineral minerals minerais minerales
3 oil oils petroleum petrol petroleo neft shiyou minyak
3 gas gaz gazovyi tianranqi
3 coal komur carbon carvao
3 cement cimento cemento cimento zement shuini semen
3 seafood seafoods mariscos marisco haichan
3 fish fishery fisheries pesca pescados pesqueira fisch balik haixian perikanan
3 frozen freezing congelados
3 sugar sugars acucar azucar zucker seker sakhar tangye gula
3 tea cha cay the teas
3 coffee cafe caffe kahve kopi
3 cocoa cacao cacau
3 palm sawit
3 rice
3 meat carnes carne frigorifico et
3 dairy laticinios lacteos sut milk
3 fruit fruits frutas frutta fruta
3 beverage beverages bebidas
3 tobacco tabacos tabaco tutun
3 resource resources recursos
3 material materials materiais materiales malzeme cailiao
3 equipment equipments equip equipamentos equipos ekipman shebei oborudovanie
3 system systems sistemas sistema systeme sistem
3 solution solutions solucoes soluciones
3 network networks
3 software
3 communication communications comm telecom telecommunication telecommunications telekom comunicacoes comunicaciones tongxin
3 motor motors automotive auto autos automovil automobile otomotiv automotivo qiche autopecas
3 parts part pecas peca
3 tool tools
3 precision
3 hardware
3 design designs
3 accessory accessories acessorios accesorios aksesuar
3 hair
3 carpet carpets tapetes hali rug rugs
3 toy toys brinquedos juguetes oyuncak
3 bag bags luggage bolsas
3 glove gloves
3 cosmetic cosmetics
3 fiber fibre fibers fibres fibra fibras elyaf xianwei
3 yarn yarns fios
3 fabric fabrics tecidos telas kumas tkan
3 linen
3 wool laine yun sherst
3 silk seda ipek soie
3 dyeing dye dyers boya tinturaria
3 finishing
3 processing processor processors procesadora
3 supply supplies supplier suppliers suministros
3 distribution distributor distributors distribuidora distribucion dagitim distr
3 wholesale
3 retail
3 store stores shop loja tienda magazin
3 market markets marketing mercado
3 center centre centro merkez tsentr zentrum
3 institute instituto
3 university
3 research
3 science sciences
3 management mgmt gestion gestao
3 consulting consultancy consultants consultoria
3 agency agencies
3 office
3 branch filial filiale sucursal branches fengongsi subsidiary
3 division div
3 county
3 district
3 city
3 prefecture
3 municipality municipal
3 region
3 province
3 village
3 autonomous
3 zone
3 park
3 prison
3 labor labour
3 house home casa dom
3 life
3 green
3 star
3 sun
3 golden gold
3 east eastern vostochnyi timur
3 west western zapadnyi
3 north northern severnyi
3 south southern yuzhnyi
3 great
3 united
3 national nacional nationale
3 first
3 brothers bros hermanos irmaos freres kardesler gebruder fratelli
3 sons filhos hijos figli ogullari
3 partners partner
3 best
3 modern
3 universal
3 world
3 asia asian
3 pacific
3 real
3 estate imobiliaria inmobiliaria gayrimenkul
3 property properties
3 hotel hotels
3 marine maritime maritima deniz denizcilik
3 shipping ship denizcilik
3 aviation airlines airline airways airway
3 air
3 forest forestry florestal florestas
3 environmental environment
3 water
3 digital
3 intelligent
3 vision
3 capital
3 finance financial
3 bank banco banque banka
3 insurance sigorta seguros
3 media
3 village
3 prefectural
3 corps
3 processed
3 extracts
3 refractory
3 nonferrous
3 polysilicon
3 optical optics
3 photovoltaic pv
3 semiconductor semiconductors
3 battery batteries
3 lithium
3 tire tires tyre tyres pneus
3 ceramic ceramics ceramica seramik
3 of
3 the
3 and y e und et ve i
3 de des du da do dos das del la le el der die das van
3 al
3 shree shri sri sree
3 for
3 in
`;
