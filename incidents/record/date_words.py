"""Words for dates in the languages that reports are written in, as plain tables.

A table maps a sign of the grammar in `date_grammar` to its spelled forms, separated by "|". Case and
accents do not matter. A form may be several words. To teach Vigil a language, add a table.

Signs: M month, W weekday, S season, P part (early, mid, late), U unit, L last, T this, G ago, A since,
F from, O to, B between, N and, E until, X before, C after, a on or after, b on or before, e any time until,
~ about, ? perhaps, I night, J night before, H day counted from today, D number, Q quarter, @ ordinal
(first...last), K some, V end or start not known, R ongoing, 0 not known, _ word without meaning of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

# One list per sign; the position in the list is the value (month 1 is first, Monday is 0).
DateWords = Mapping[str, tuple[str, ...]]
# Positions in the list "U".
UNITS = ("day", "week", "month", "quarter", "year", "weekend")

ENGLISH: DateWords = {
    "M": tuple(
        "january|jan february|feb|febr march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec".split()
    ),
    "W": tuple(
        "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun".split()
    ),
    "S": ("spring|springtime", "summer", "autumn|fall", "winter"),
    "P": (
        "early|beginning|start|first days|early in|the beginning of",
        "mid|middle|the middle of",
        "late|end|last days|the end of",
    ),
    "U": tuple("day|days week|weeks month|months quarter|quarters year|years weekend|weekends".split()),
    "@": ("first", "second", "third", "fourth"),
    "L": ("last|past|previous|most recent",),
    "T": ("this|current|same",),
    "G": ("ago|earlier",),
    "A": ("since|ever since",),
    "F": ("from|starting|beginning on|starting on",),
    "O": ("to|through|thru|until|till|up to",),
    "B": ("between",),
    "N": ("and|&",),
    "E": ("as of|as at|up until",),
    "X": ("before|prior to|earlier than",),
    "C": ("after|later than",),
    "a": ("on or after",),
    "b": ("on or before|by|no later than|at the latest",),
    "e": ("any time until",),
    "~": ("about|around|approximately|approx|circa|ca|c|roughly|on or about|on or around",),
    "?": ("uncertain|possibly|probably|perhaps|maybe|likely|presumably|apparently",),
    "I": ("night|overnight|during the night",),
    "H": ("today", "yesterday", "day before yesterday"),
    "D": (
        "",
        "one",
        "two|a couple of|couple of",
        *"three four five six seven eight nine ten eleven twelve".split(),
    ),
    "K": ("some day in this time", "some day in|one day in", "some month in", "some year in"),
    "V": ("end not known|end unknown|start not known|start unknown",),
    "R": ("ongoing|still ongoing|continuing|to date|until now|and ongoing",),
    "0": (
        "unknown|not known|date not known|undated|unclear|not stated|unspecified|no date|n/a|none|date unknown",
    ),
    "_": (
        "the|of|on|in|at|during|within|over|date|dated|morning|afternoon|evening|noon|local time|utc|gmt|am|pm",
    ),
}

UKRAINIAN: DateWords = {
    "M": tuple(
        "січень|січня|січні|січ лютий|лютого|лютому|лют березень|березня|березні|бер "
        "квітень|квітня|квітні|квіт травень|травня|травні|трав червень|червня|червні|черв "
        "липень|липня|липні|лип серпень|серпня|серпні|серп "
        "вересень|вересня|вересні|вер жовтень|жовтня|жовтні|жовт листопад|листопада|листопаді|лист "
        "грудень|грудня|грудні|груд".split()
    ),
    "W": tuple(
        "понеділок|понеділка|понеділку|пн вівторок|вівторка|вівторку|вт середа|середу|середи|ср "
        "четвер|четверга|чт п'ятниця|п'ятницю|п'ятниці|пт субота|суботу|суботи|сб "
        "неділя|неділю|неділі|нд".split()
    ),
    "S": (
        "весна|весни|весні|навесні|весною",
        "літо|літа|влітку",
        "осінь|осені|восени",
        "зима|зими|зимі|взимку|узимку",
    ),
    "P": (
        "на початку|початок|початку",
        "в середині|у середині|середина|середині",
        "наприкінці|в кінці|у кінці|кінець|кінця",
    ),
    "U": (
        "день|дні|днів|дня",
        "тиждень|тижня|тижні|тижнів|тижню",
        "місяць|місяця|місяці|місяців|міс",
        "квартал|кварталу|кварталі",
        "рік|року|році|роки|років|р|рр",
        "вихідні|вихідних",
    ),
    "L": (
        "минулий|минулого|минулої|минулу|минулому|минула|минулі|минулих|останній|останні|останніх|останнього",
    ),
    "T": ("цей|цього|цієї|ця|цю|цьому|ці|цих|поточний|поточного",),
    "G": ("тому",),
    "A": ("з|із|зі|починаючи з",),
    "F": ("від",),
    "O": ("до|по",),
    "B": ("між",),
    "N": ("та|і|й",),
    "X": ("перед|раніше",),
    "C": ("після",),
    "b": ("не пізніше",),
    "~": ("близько|приблизно|орієнтовно",),
    "?": ("можливо|ймовірно|імовірно",),
    "I": ("ніч|ночі|вночі|уночі",),
    "J": ("в ніч на|у ніч на|ніч на",),
    "H": ("сьогодні", "вчора|учора", "позавчора"),
    "D": (
        "",
        "один|одна|одного|одну",
        "два|дві|двох",
        "три|трьох",
        "чотири|чотирьох",
        "п'ять",
        "шість",
        "сім",
        "вісім",
        "дев'ять",
        "десять",
    ),
    "R": ("досі|дотепер|триває",),
    "0": ("невідомо|невідома|дата невідома|без дати",),
    "_": ("в|у|на|о|протягом|числа|вранці|ввечері|увечері|вдень",),
}

RUSSIAN: DateWords = {
    "M": tuple(
        "январь|января|январе|янв февраль|февраля|феврале|фев|февр март|марта|марте апрель|апреля|апреле|апр "
        "май|мая|мае июнь|июня|июне|июн июль|июля|июле|июл август|августа|августе|авг "
        "сентябрь|сентября|сентябре|сен|сент октябрь|октября|октябре|окт ноябрь|ноября|ноябре|ноя|нояб "
        "декабрь|декабря|декабре|дек".split()
    ),
    "W": tuple(
        "понедельник|понедельника|понедельнику вторник|вторника среда|среду|среды четверг|четверга "
        "пятница|пятницу|пятницы суббота|субботу|субботы воскресенье|воскресенья|вс".split()
    ),
    "S": (
        "весна|весны|весной|весне",
        "лето|лета|летом",
        "осень|осени|осенью",
        "зима|зимы|зимой|зиме",
    ),
    "P": (
        "в начале|начало|начала|начале",
        "в середине|середина|середине|середины",
        "в конце|конец|конца|конце",
    ),
    "U": (
        "день|дня|дней|дни",
        "неделя|недели|недель|неделю|неделе",
        "месяц|месяца|месяцев|месяце|месяцы|мес",
        "квартал|квартала|квартале",
        "год|года|году|годы|лет|г|гг",
        "выходные|выходных",
    ),
    "L": (
        "прошлый|прошлого|прошлой|прошлую|прошлом|прошлая|прошлое|прошлые|прошлых|последний|последние|последних",
    ),
    "T": ("этот|этого|этой|эта|эту|этом|это|эти|этих|текущий|текущего",),
    "G": ("назад|тому назад",),
    "A": ("с|со|начиная с",),
    "F": ("от",),
    "O": ("до|по",),
    "B": ("между",),
    "N": ("и",),
    "X": ("перед|ранее|раньше",),
    "C": ("после",),
    "b": ("не позднее",),
    "~": ("около|примерно|приблизительно|ориентировочно",),
    "?": ("возможно|вероятно|предположительно",),
    "I": ("ночь|ночи|ночью",),
    "J": ("в ночь на|ночь на",),
    "H": ("сегодня", "вчера", "позавчера"),
    "D": (
        "",
        "один|одна|одного|одну",
        "два|две|двух",
        "три|трех",
        "четыре|четырех",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
    ),
    "R": ("до сих пор|продолжается",),
    "0": ("неизвестно|неизвестна|дата неизвестна|без даты",),
    "_": ("в|во|на|о|об|числа|утром|вечером|днем|в течение",),
}

FRENCH: DateWords = {
    "M": tuple(
        "janvier|janv février|fév|févr mars avril|avr mai juin juillet|juil août septembre|sept "
        "octobre|oct novembre|nov décembre|déc".split()
    ),
    "W": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "S": ("printemps", "été", "automne", "hiver"),
    "P": ("début|au début de|au début du", "mi|milieu|au milieu de", "fin|à la fin de|à la fin du"),
    "U": tuple(
        "jour|jours semaine|semaines mois trimestre|trimestres an|ans|année|années week-end|week-ends".split()
    ),
    "@": ("premier|première", "deuxième|seconde", "troisième", "quatrième"),
    "L": ("dernier|dernière|derniers|dernières|passé|passée|précédent|précédente",),
    "T": ("ce|cet|cette|courant",),
    "G": ("il y a",),
    "A": ("depuis|depuis le",),
    "F": ("à partir du|à partir de",),
    "O": ("au|jusqu'au|jusqu'en|jusqu'à",),
    "B": ("entre|entre le",),
    "N": ("et|et le",),
    "E": ("en date du",),
    "X": ("avant|avant le",),
    "C": ("après|après le",),
    "~": ("vers|vers le|environ|autour du|aux alentours du",),
    "?": ("peut-être|probablement|sans doute",),
    "I": ("nuit|dans la nuit",),
    "H": ("aujourd'hui", "hier", "avant-hier"),
    "D": ("", "un|une", "deux", *"trois quatre cinq six sept huit neuf dix".split()),
    "R": ("en cours",),
    "0": ("inconnu|inconnue|date inconnue|non daté|non datée",),
    "_": ("le|la|les|l|de|du|des|d|en|dans|courant de|matin|soir|après-midi|er",),
}

SPANISH: DateWords = {
    "M": tuple(
        "enero|ene febrero marzo abril|abr mayo junio julio agosto septiembre|setiembre octubre noviembre "
        "diciembre|dic".split()
    ),
    "W": tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    "S": ("primavera", "verano", "otoño", "invierno"),
    "P": (
        "principios|a principios de|comienzos|a comienzos de|inicios|a inicios de",
        "mediados|a mediados de",
        "finales|a finales de|fines|a fines de",
    ),
    "U": (
        "día|días",
        "semana|semanas",
        "mes|meses",
        "trimestre|trimestres",
        "año|años",
        "fin de semana|fines de semana",
    ),
    "@": ("primer|primera|primero", "segundo|segunda", "tercer|tercera", "cuarto|cuarta"),
    "L": ("pasado|pasada|último|última|últimos|últimas|anterior",),
    "T": ("este|esta|esto",),
    "G": ("hace",),
    "A": ("desde|desde el",),
    "F": ("a partir del|a partir de",),
    "O": ("al|hasta|hasta el",),
    "B": ("entre|entre el",),
    "N": ("y|y el|e",),
    "X": ("antes del|antes de",),
    "C": ("después del|después de",),
    "~": ("hacia|alrededor de|alrededor del|aproximadamente|cerca de|en torno al",),
    "?": ("posiblemente|probablemente|quizás|quizá|tal vez",),
    "I": ("noche|en la noche|por la noche",),
    "H": ("hoy", "ayer", "anteayer|antier"),
    "D": ("", "un|uno|una", *"dos tres cuatro cinco seis siete ocho nueve diez".split()),
    "R": ("en curso",),
    "0": ("desconocido|desconocida|fecha desconocida|sin fecha",),
    "_": ("el|la|los|las|de|del|en|durante|mañana|tarde|madrugada",),
}

ARABIC: DateWords = {
    "M": (
        "يناير|كانون الثاني|جانفي",
        "فبراير|شباط|فيفري",
        "مارس|آذار",
        "أبريل|إبريل|نيسان|أفريل",
        "مايو|أيار|ماي",
        "يونيو|يونيه|حزيران|جوان",
        "يوليو|يوليه|تموز|جويلية",
        "أغسطس|آب|أوت",
        "سبتمبر|أيلول",
        "أكتوبر|تشرين الأول",
        "نوفمبر|تشرين الثاني",
        "ديسمبر|كانون الأول",
    ),
    "W": ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "S": ("ربيع|الربيع", "صيف|الصيف", "خريف|الخريف", "شتاء|الشتاء"),
    "P": (
        "أوائل|بداية|مطلع|في أوائل|في بداية|في مطلع",
        "منتصف|أواسط|في منتصف",
        "أواخر|نهاية|في أواخر|في نهاية",
    ),
    "U": (
        "يوم|أيام|يوما|اليوم الواحد",
        "أسبوع|الأسبوع|أسابيع|أسبوعا",
        "شهر|الشهر|أشهر|شهور|شهرا",
        "ربع السنة",
        "سنة|السنة|سنوات|عام|العام|أعوام|عاما",
        "عطلة نهاية الأسبوع|نهاية الأسبوع",
    ),
    "L": ("الماضي|الماضية|الأخير|الأخيرة|المنصرم|الفائت",),
    "T": ("هذا|هذه|الجاري|الحالي|الحالية",),
    "A": ("منذ",),
    "F": ("من|اعتبارا من|ابتداء من",),
    "O": ("إلى|حتى|لغاية",),
    "B": ("بين|ما بين",),
    "N": ("و",),
    "X": ("قبل",),
    "C": ("بعد",),
    "~": ("حوالي|نحو|تقريبا|قرابة",),
    "?": ("ربما|على الأرجح",),
    "I": ("ليلة|ليل|ليلا",),
    "H": ("اليوم", "أمس|البارحة|يوم أمس", "أول أمس|أول من أمس"),
    "D": (
        "",
        "واحد|واحدة",
        "اثنان|اثنين|اثنتان",
        "ثلاثة|ثلاث",
        "أربعة|أربع",
        "خمسة|خمس",
        "ستة|ست",
        "سبعة|سبع",
        "ثمانية|ثماني|ثمان",
        "تسعة|تسع",
        "عشرة|عشر",
    ),
    "R": ("مستمر|مستمرة|حتى الآن",),
    "0": ("غير معروف|غير معروفة|مجهول|غير محدد",),
    "_": ("في|خلال|صباح|صباحا|مساء|م",),
}

LANGUAGES: dict[str, DateWords] = {
    "en": ENGLISH,
    "uk": UKRAINIAN,
    "ru": RUSSIAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ar": ARABIC,
}
# Forms that hold a number and a unit in one word (Arabic duals, "fortnight").
NUMBER_AND_UNIT = {
    "fortnight": (2, "week"),
    "يومين": (2, "day"),
    "أسبوعين": (2, "week"),
    "شهرين": (2, "month"),
    "سنتين": (2, "year"),
    "عامين": (2, "year"),
    "quinzaine": (2, "week"),
}
