// Given names of countries whose names are hardly in the list of western Europe's: evidence for lists of people there. The most frequent ones
// of registers: https://www.scb.se/hitta-statistik/statistik-efter-amne/befolkning-och-levnadsforhallanden/ovrigt/namnstatistik/,
// https://www.dst.dk/da/Statistik/emner/borgere/navne, https://www.nvi.gov.tr/, https://en.wikipedia.org/wiki/List_of_most_popular_given_names
export const givenNamesAbroad = `
erik lars karl anders johan per nils lennart mikael sven bengt bo gustaf fredrik magnus mats leif jan peter birgitta margareta elisabeth kristina eva linnea kerstin
lena ingrid marie helena annika gunilla ulla hakan kjell goran stefan bjorn oskar elin ida sofie emelie jens soren mette hanne kirsten lone pia rasmus mads kasper
mikkel frederik morten henrik thomas jesper troels anne-marie hege ingunn silje ole knut arne kare odd tor geir terje svein morten oystein liv solveig astrid
juha matti timo kari mikko antti jari jukka hannu pekka heikki ville janne tuomas maria helena johanna anneli kaarina liisa anna pirjo marjatta tuula eeva leena sari
laszlo istvan jozsef janos zoltan sandor gabor ferenc attila peter tamas zsolt tibor andras csaba imre balazs maria erzsebet katalin ilona eva anna zsuzsanna margit
judit agnes andrea erika krisztina ion andrei alexandru mihai stefan vasile gheorghe constantin cristian florin marius adrian bogdan elena ioana mariana ana mihaela andreea
cristina gabriela jan pavel jiri tomas josef petr milan zdenek frantisek marek lenka hana jana eva vera alena petra lucie katerina monika ivana marcela jaroslav ladislav
piotr krzysztof andrzej tomasz pawel marcin michal jan stanislaw jerzy adam zbigniew ryszard kazimierz henryk mateusz dariusz anna maria katarzyna malgorzata agnieszka barbara ewa
krystyna elzbieta zofia teresa joanna danuta irena jadwiga halina helena grazyna bozena beata
mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan halil suleyman abdullah mahmut recep salih fatma ayse emine hatice zeynep elif meryem
serife zehra sultan hanife merve ozlem hulya esra busra kemal emre burak cem deniz can volkan kaan
γιωργος γεωργιος κωνσταντινος κωστας ιωαννης γιαννης δημητριος δημητρης νικολαος νικος παναγιωτης βασιλειος βασιλης χρηστος αθανασιος θανασης μιχαηλ ευαγγελος σπυριδων αντωνιος
αναστασιος θεοδωρος ανδρεας χαραλαμπος αλεξανδρος εμμανουηλ ηλιας σταυρος πετρος μαρια ελενη αικατερινη κατερινα βασιλικη σοφια αγγελικη γεωργια δημητρα αννα παρασκευη ευαγγελια
ιωαννα χρυσουλα ειρηνη αλεξανδρα σταυρουλα φωτεινη αναστασια
александр сергей дмитрий андрей алексеи владимир евгении иван николаи михаил игорь олег виктор юрии роман павел максим антон артем денис константин илья василии
анатолии вячеслав григории степан петр анна мария елена наталья ольга татьяна ирина светлана екатерина анастасия юлия людмила галина надежда марина дарья ксения вера
лариса валентина нина любовь софия вероника алина кристина виктория валерия полина тамара олександр сергии володимир микола іван андріи олексіи михаило дмитро тарас богдан
оксана наталія тетяна ірина олена юлія марія ганна людмила світлана галина катерина
محمد احمد علي حسن حسين عبد الله خالد يوسف ابراهيم عمر مصطفى محمود سعيد فهد سلطان ناصر فاطمة عائشة مريم زينب نورة سارة خديجة ليلى هدى امل منى
משה יוסף דוד יעקב אברהם יצחק שלמה דניאל מיכאל אבי יוסי רון עמית נועם איתי שרה רחל רבקה לאה מרים אסתר חנה תמר נועה מאיה יעל דנה שירה מיכל
tugrul duygu guven ayhan aylin ayten banu baris berk berkay betul bilge bulent cemal cengiz cigdem damla dilek ebru ece efe ege emir enes engin ercan erdem erdogan erkan erol ersin
esin fikret filiz furkan gamze gizem gokhan gonca gozde gul gulsen gunes haluk hamza harun ilhan ilker inci ipek irem kadir kerem koray kubra levent mert metin mine muge muhammed
nazli necati nermin nese nihat nilgun nur nuray oguz okan onur orhan ozan ozge ozgur pelin pinar rana riza sedat seda selim selin semih sena serap serdar serkan sevgi sevim sibel sinan
songul suat sule taner tarik tolga tuba tuncay turgut ugur umit umut vedat yasemin yasin yavuz yigit yildiz zeki zeliha
طارق معاذ كريم وليد ماجد بدر تركي سلمان عبدالله عبدالرحمن بندر فيصل عادل هاني سامي رامي زياد ياسر انس بلال حمزة جابر جمال حاتم راشد رائد ريم رنا سلمى شيماء صالح عماد
عمار غادة فارس فادي قاسم كمال لمياء مازن مالك منصور مروان نادر نبيل نجلاء هشام وائل ياسمين
`;
