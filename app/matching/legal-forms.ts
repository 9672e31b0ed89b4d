/**
 * Legal forms of firms as they are written, by class and country. Facts from the ELF code list of ISO 20275 (GLEIF publishes it:
 * names, local and transliterated abbreviations, by country) and from practice in supplier lists; the table and its classes are
 * Candour's. Only forms that are sure.
 *
 * A line is `class|countries|spellings`. Spellings are in small ASCII letters without points, words divided by a space, spellings by
 * a comma. Countries are ISO 3166-1 codes; `*` stands for many.
 */

/**
 * `company`: says that it is a firm and no more ("Co.", and "Co., Ltd." where it stands for several forms); `limited`: liability
 * limited, shares not traded; `shares`: stock company; `corporation`: American and Philippine corporations, limited or listed;
 * `state`: owned by the State; `person`: one person's firm.
 */
export type LegalClass =
  "company" | "limited" | "shares" | "corporation" | "partnership" | "person" | "cooperative" | "state" | "association";

export const LEGAL_CLASSES: readonly LegalClass[] = [
  "company",
  "limited",
  "shares",
  "corporation",
  "partnership",
  "person",
  "cooperative",
  "state",
  "association",
];

/** Forms that stand before the name as well as behind it; all others count behind it. */
export const FORMS_IN_FRONT: ReadonlySet<string> = new Set(
  (
    "gosudarstvennoe enterprise,respublikanskoe unitarnoe enterprise,gosudarstvennoe unitarnoe enterprise,federalnoe gosudarstvennoe unitarnoe enterprise,unitarnoe enterprise,rup,mchzh,ooo,oao,zao,pao,ao,nao,too,tov,zat,vat,pat,prat,tdv,odo,chup,up,oooo,ip,fgup,gup,mup,guo,pt,cv,ud,cong ty,cong ty tnhh,cong ty co phan,cong ty cp," +
    "cong ty tnhh mtv,limited liability company,joint stock company,open joint stock company,closed joint stock company,public joint stock company," +
    "private limited company,obshchestvo s ogranichennoy otvetstvennostyu,obshchestvo s ogranichennoi otvetstvennostyu,aktsionernoe obshchestvo," +
    "otkrytoe aktsionernoe obshchestvo,zakrytoe aktsionernoe obshchestvo,publichnoe aktsionernoe obshchestvo,tovarishchestvo s ogranichennoy otvetstvennostyu," +
    "tovarystvo z obmezhenoyu vidpovidalnistyu,individualnyy predprinimatel,pryvatne pidpryyemstvo,pp,llc,jsc,pjsc,ojsc,cjsc,mchj,aj,xk,qmj,ok,sarl,sa,eurl,sas,gk,kk,yk,kabushiki kaisha," +
    "yugen kaisha,societe anonyme,zhushihuishe,jusighoesa,mchs,shk,ets,etablissements,ste"
  ).split(","),
);

export const LEGAL_FORMS = `
company|*|co,company,cia,cie,comp
company|CN,JP,KR,TW,TH,HK,VN,KH,MM|co ltd,co limited,company ltd,company limited,coltd,co ltd co
limited|GB,IE,IN,PK,BD,LK,KE,NG,NZ,AU,CA,HK,MT,CY,IL,ZA,*|ltd,limited,limitd,lmtd,ltd liability company,limited company
limited|IN,PK,BD,LK,ZA,NP,MM|pvt ltd,private limited,pvt limited,p ltd,pvt,private ltd,pte ltd,pvt co ltd,private company limited
limited|SG|pte ltd,pte limited,pte,private limited
limited|AU,ZA|pty ltd,pty limited,pty,proprietary limited,proprietary ltd
limited|MY,BN|sdn bhd,sendirian berhad,sdn berhad,sdn
shares|MY|bhd,berhad
limited|US,AE,UA,RU,KZ,UZ,*|llc,limited liability company,limited liability co,l l c,ltd liability co
corporation|US,CA,PH,TW,KR,JP|inc,incorporated,corp,corporation,incorporation
corporation|US|pc,pllc
limited|HK,CN|ltd co
shares|GB,IE,TH,CY,*|plc,public limited company,public company limited,public co ltd,pcl,public ltd company
association|GB|cic,community interest company,cio
limited|DE,AT,CH|gmbh,gesellschaft mit beschraenkter haftung,gesellschaft mit beschrankter haftung,ggmbh,ug,unternehmergesellschaft,gesmbh,ug haftungsbeschrankt,mbh
shares|DE,AT,CH|ag,aktiengesellschaft
shares|EU|se,societas europaea
partnership|DE,AT|kg,ohg,gbr,gmbh co kg,gmbh and co kg,gmbh und co kg,kgaa,co kg,ug co kg,ag co kg,partg,ag and co kg,co ohg,gmbh co kgaa,and co kg
association|DE,AT|ev,eingetragener verein,stiftung
cooperative|DE,AT|eg
person|DE,AT|ek,eu,einzelunternehmen,e k
limited|FR,BE,LU,CH,MA,TN,DZ,LB,SN,CI,CM,MG|sarl,eurl,sarlau,sarl au,societe a responsabilite limitee,suarl
shares|FR,BE,LU,CH,MA,TN,*|sa,societe anonyme,sas,sasu,sca,societe par actions simplifiee
partnership|FR,BE,LU|snc,sci,scs,gie,scop
association|FR,BE|asbl,association loi
limited|BE,NL|bv,bvba,besloten vennootschap,sprl,srl
shares|BE,NL,SR|nv,naamloze vennootschap
partnership|NL,BE|vof,cv
cooperative|NL,BE|cvba,cooperatie
association|NL|stichting,vereniging
limited|ES,AR,UY,PE|sl,slu,sociedad limitada,srl,sociedad de responsabilidad limitada,s l,sll,slne
shares|ES,AR,CL,PE,CO,EC,UY,CR,PA,GT,HN,SV,NI,DO,BO,PY,VE|sa,sociedad anonima,sau,sac,saic,sa cv,saci,sacif,spa
limited|CO,PE,CL|sas,ltda,eirl,limitada,sociedad por acciones simplificada,ca
shares|MX|sa de cv,sab de cv,sapi de cv,sociedad anonima de capital variable,sa de c v
limited|MX|s de rl de cv,s de rl,srl de cv,s rl de cv
cooperative|MX,AR,ES|sociedad cooperativa,s coop,scl,spr de rl
limited|PT,AO,MZ|lda,limitada,unipessoal lda,unipessoal,sociedade unipessoal lda,sociedade por quotas
shares|PT,BR|sgps,sa,s a,sociedade anonima
limited|BR|ltda,limitada,ltda me,ltda epp,eireli,slu,eireli me,eireli epp,ltda m e,sociedade limitada
person|BR|me,epp,mei
limited|IT|srl,srls,societa a responsabilita limitata,srl unipersonale,srl a socio unico
shares|IT|spa,societa per azioni,sapa,scpa
partnership|IT|snc,sas,ss
cooperative|IT|scarl,soc coop,societa cooperativa,scrl,coop
limited|RO,MD|srl,societate cu raspundere limitata
shares|RO|sa
limited|PL|sp z oo,spolka z oo,sp z o o,spolka z ograniczona odpowiedzialnoscia,spzoo,sp zoo
shares|PL|sa,spolka akcyjna
partnership|PL|sp k,sp j,sp komandytowa,spolka komandytowa,spolka jawna,sc,sp zoo sp k,sp z oo sp k
limited|CZ,SK|sro,spol s ro,spol sro,spolecnost s rucenim omezenym
shares|CZ,SK|as,akciova spolecnost
partnership|CZ,SK|ks,vos
limited|HU|kft,korlatolt felelossegu tarsasag
shares|HU|zrt,nyrt,rt
partnership|HU|bt,kkt
limited|BG|ood,eood,dzzd
shares|BG|ad,ead
limited|RS,HR,SI,BA,ME,MK|doo,dooel,jdoo,drustvo s ogranicenom odgovornoscu
shares|RS,HR,SI,BA,ME,MK|dd,ad
limited|LT|uab
shares|LT,LV|ab,as
limited|LV|sia
limited|EE|ou,osauhing
shares|EE|as,aktsiaselts
limited|FI|oy,osakeyhtio
shares|FI|oyj
partnership|FI,SE|ky,kb,hb,ay
shares|SE|ab,aktiebolag,ab publ
limited|NO,DK|as,aps,a s,ans,anpartsselskab
shares|NO,DK|asa,aksjeselskap,aktieselskab
partnership|NO,DK|da,is,ks,i s,k s
limited|IS|ehf
shares|IS|hf
limited|GR,CY|epe,e p e,ike,i k e,monoprosopi epe,monoprosopi ike,etaireia periorismenis efthynis
shares|GR|ae,a e,anonymi etaireia,ave,avee,aee,abee
partnership|GR|oe,ee,o e,e e
limited|AL|shpk
shares|AL|sha
limited|TR|ltd sti,limited sirketi,ltd sirketi,limited sti,ltd sti ti,san ve tic ltd sti
shares|TR|as,anonim sirketi,anonim sirket,a s,anonim sti
partnership|TR|koll sti,kom sti
limited|RU,BY,KG|ooo,obshchestvo s ogranichennoy otvetstvennostyu,obshchestvo s ogranichennoi otvetstvennostyu,odo,osoo,obshchestvo s dopolnitelnoy otvetstvennostyu
shares|RU,BY,KZ,KG,TJ,UZ|oao,zao,pao,ao,nao,aoot,aozt,aktsionernoe obshchestvo,otkrytoe aktsionernoe obshchestvo,zakrytoe aktsionernoe obshchestvo,publichnoe aktsionernoe obshchestvo,jsc,ojsc,cjsc,pjsc,joint stock company,open joint stock company,closed joint stock company,public joint stock company,joint stock co,aktsionernoye obshchestvo,otkrytoye aktsionernoye obshchestvo,zakrytoye aktsionernoye obshchestvo,publichnoye aktsionernoye obshchestvo,jsco,jointstock company,private joint stock company,prjsc,pvt jsc
limited|KZ|too,tovarishchestvo s ogranichennoy otvetstvennostyu,zhshs
shares|KZ|aq,ak
limited|UZ|mchj,mchzh,mas uliyati cheklangan jamiyat,masuliyati cheklangan jamiyati,qk,xk,xususiy korxona,jv llc
shares|UZ|aj,aksiyadorlik jamiyati,aksiadorlik jamiyati,oaj,ochiq aksiyadorlik jamiyati
cooperative|UZ|klaster,cluster
limited|UA|tov,tovarystvo z obmezhenoyu vidpovidalnistyu,tdv
shares|UA|pat,prat,vat,zat,pryvatne aktsionerne tovarystvo,publichne aktsionerne tovarystvo
person|UA,RU|fop,ip,individualnyy predprinimatel,fizychna osoba pidpryyemets,ipboyul,pp,chp,chup,pryvatne pidpryyemstvo,chastnoe predpriyatie
state|RU,UA,BY,KZ|gosudarstvennoe enterprise,respublikanskoe unitarnoe enterprise,gosudarstvennoe unitarnoe enterprise,federalnoe gosudarstvennoe unitarnoe enterprise,unitarnoe enterprise,fgup,gup,mup,rup,kup,gp,dp,gosudarstvennoe predpriyatie,gosudarstvennoe unitarnoe predpriyatie,federalnoe gosudarstvennoe unitarnoe predpriyatie,fku,fgbu,gbu,state enterprise,state owned enterprise,state unitary enterprise,unitarnoe predpriyatie
limited|AE,SA,QA,KW,BH,OM|wll,llc soc,fze,fzco,fz llc,fzc,fz co,wll co,dmcc,with limited liability,spc
shares|AE,SA,QA,KW,BH,OM,EG,JO|psc,pjsc,saog,saoc,sae,ksc,kscc,kscp,qpsc,bsc,shareholding company,s a e
limited|IR|sahami khass,mas uliyat mahdud,private joint stock
shares|IR|sahami am
limited|VN|tnhh,cong ty tnhh,cong ty trach nhiem huu han,tnhh mtv,cong ty tnhh mtv,cong ty tnhh mot thanh vien,mtv,one member limited liability company,one member co ltd,mot thanh vien
shares|VN|cong ty co phan,cong ty cp,co phan,cp
company|VN|cong ty,tong cong ty,doanh nghiep
person|VN|dntn,doanh nghiep tu nhan
limited|ID|pt,perseroan terbatas
shares|ID|tbk,persero tbk,persero
partnership|ID|cv,commanditaire vennootschap,firma
person|ID|ud,usaha dagang
limited|TH|borisat,chamkad,borisat chamkad
partnership|TH|lp,ltd part,limited partnership,part ltd
shares|JP|kk,kabushiki kaisha,kabushikikaisha,kabushiki gaisha,zhushihuishe
limited|JP|yk,yugen kaisha,gk,godo kaisha,yugen gaisha
limited|KR|yuhan hoesa,yuhanhoesa
shares|KR|jusik hoesa,chusik hoesa,jusikhoesa,chusikhoesa
limited|CN|youxian gongsi,youxian zeren gongsi,youxiangongsi,youxianzerengongsi,youxian zerengongsi
shares|CN|gufen youxian gongsi,gufen youxiangongsi,company limited by shares,gufenyouxiangongsi,holding co ltd
limited|IL|baam,bam,b m
limited|PH|opc
partnership|US,GB,IN,SG,*|llp,lp,limited liability partnership,limited partnership,general partnership,lllp
association|*|foundation,association,fondation,fundacion,fundacao,associacao,asociacion,fundacja,vakfi,dernegi,ngo
cooperative|*|cooperative,cooperativa,coop,kooperatifi,kooperatif,co operative,coop ltd,cooperative society
state|*|soe
limited|NP,LK|p v t ltd
limited|KH,LA,MM|sole co ltd,single member private limited company
`;
