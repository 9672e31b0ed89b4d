/** Names of countries and of large places in ASCII letters: they say where, seldom who. Other spellings behind the first. */
export const PLACE_WORDS = `
china zhongguo chinese prc
india bharat indian
bangladesh
pakistan pak
vietnam viet vina
indonesia
thailand
thai
malaysia
cambodia
myanmar burma
philippines
japan nippon
korea hanguk
taiwan
hongkong
macau macao
singapore
turkiye turkey turk turkish
egypt
jordan
morocco maroc
tunisia tunisie
brasil brazil brasileira
mexico mexicana
argentina
colombia
peru
chile
america usa us
canada
uk
england british
germany deutschland deutsche
france francaise
italia italy italian
espana spain
portugal
polska poland polish
ukraine ukraina
russia rossiya
kazakhstan
uzbekistan
turkmenistan
tajikistan
kyrgyzstan
belarus
romania
bulgaria
europe euro european europa
africa african
arab arabian
gulf
emirates uae
saudi
xinjiang sinkiang
xuar
urumqi wulumuqi urumchi
hetian hotan khotan
kashgar kashi kashgar
aksu akesu
korla kuerle kurle
turpan tulufan turfan
hami kumul qumul
kizilsu kezilesu
tumxuk tumushuke
ili yili
shihezi
changji
karamay kelamayi
tibet xizang
mongolia
inner
beijing peking
shanghai
tianjin
chongqing
guangdong canton
guangzhou
shenzhen
dongguan
foshan
zhuhai
zhongshan
jiangmen
huizhou
zhejiang
hangzhou
ningbo
wenzhou
shaoxing
jinhua
yiwu
jiangsu
nanjing
suzhou
wuxi
nantong
changzhou
kunshan
fujian
xiamen
quanzhou
jinjiang
fuzhou
shandong
qingdao
jinan
yantai
weifang
heze
hebei
shijiazhuang
baoding
henan
zhengzhou
hubei
wuhan
hunan
changsha
sichuan
chengdu
yunnan
guizhou
guangxi
hainan
jiangxi
nanchang
anhui
hefei
liaoning
dalian
shenyang
jilin
heilongjiang
harbin
shaanxi
xian
shanxi
gansu
lanzhou
qinghai
ningxia
hebei
luopu lop
bayi
osaka
tokyo
kyoto
nagoya
seoul
busan pusan
taipei
kaohsiung
hanoi
saigon
hochiminh
bangkok
jakarta
bandung
dhaka
chittagong chattogram
karachi
lahore
faisalabad
sialkot
delhi
mumbai bombay
chennai madras
bangalore bengaluru
tirupur tiruppur
ludhiana
istanbul
bursa
izmir
ankara
denizli
gaziantep
moscow moskva
tashkent
minsk
kiev kyiv
cairo
dubai
casablanca
colombo
lanka
phnom
penh
yangon
manila
sao
paulo
rio
minas
parana
`;
