"""Words for counts in the languages that reports are written in, as plain tables.

A table maps a sign of the grammar in `figures_said` to its spelled forms, separated by "|"; signs with a
number map number to forms. Case and accents do not matter. To teach Vigil a language, add a table.

Vague words follow two conventions: "dozens", "hundreds" mean at least two of them; "several", "many" and
"a few" mean at least three (the lowest reading of the ACLED codebook). They are minimums, never best numbers.

Signs: > more than, ≥ at least, < fewer than, ≤ at most, ~ about, B between, & and, - to, h households,
p people, o of, 0 none, ? not known, H half, e best estimate, s several, _ word without meaning of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

Forms = Mapping[str, str]

SIGNS: dict[str, Forms] = {
    "en": {
        ">": "more than|over|above|upwards of|in excess of|exceeding|greater than",
        "≥": "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum|or more|and more|"
        "from",
        "<": "fewer than|less than|under|below",
        "≤": "up to|at most|no more than|not more than|a maximum of|maximum|or fewer|or less|as many as",
        "~": "about|around|approximately|approx|approx.|some|roughly|nearly|almost|close to|circa|ca|ca.|c.|or so|"
        "an estimated|estimated|close on|more or less",
        "B": "between|from between",
        "&": "and",
        "-": "to|or|through",
        "h": "family|families|household|households|hh|hhs",
        "p": "person|persons|people|individual|individuals|civilian|civilians|man|men|woman|women|child|children|"
        "boy|boys|girl|girls|resident|residents|inhabitant|inhabitants|detainee|detainees|prisoner|prisoners|"
        "victim|victims|survivor|survivors|evacuee|evacuees|refugee|refugees|idp|idps|hostage|hostages|member|"
        "members|patient|patients|student|students|worker|workers|villager|villagers|displaced|killed|dead|"
        "injured|wounded|detained|abducted|evacuated|deported|arrested|missing|affected|returned|released|"
        "displaced people|displaced persons|older people|family members|lives|souls|ukrainians|local|locals",
        "o": "of|each|with|averaging",
        "0": "none|no one|nobody|nil|zero|no|no people",
        "?": "unknown|not known|number not known|unknown number|an unknown number|number unknown|unspecified|n/a|"
        "not stated|unclear|unk",
        "H": "half",
        "e": "best estimate|best",
        "s": "several|many|a few|few|numerous|multiple|a number",
        "_": "the|in|all|total|in total|altogether|but|together|other|others|per household|per family|,",
    },
    "uk": {
        ">": "більше|понад|більш ніж|більше ніж|більш як",
        "≥": "щонайменше|принаймні|не менше|не менш як",
        "<": "менше|менш ніж|менше ніж",
        "≤": "до|не більше|щонайбільше",
        "~": "близько|приблизно|майже|орієнтовно|десь",
        "B": "від|між",
        "&": "та|і|й",
        "-": "або",
        "h": "сім'я|сім'ї|сімей|родина|родини|родин|домогосподарств|домогосподарства|домогосподарство",
        "p": "людей|люди|людина|осіб|особи|особа|цивільних|мирних жителів|жителів|чоловіків|жінок|дітей|громадян|"
        "мешканців|затриманих|полонених|поранених|загиблих",
        "0": "жодного|жодної|нікого|немає",
        "?": "невідомо|кількість невідома",
        "s": "кілька|кількох|декілька|багато|чимало",
        "o": "по",
    },
    "ru": {
        ">": "более|больше|свыше|более чем",
        "≥": "не менее|по меньшей мере|минимум|по крайней мере",
        "<": "менее|меньше|менее чем",
        "≤": "не более|максимум",
        "~": "около|примерно|приблизительно|почти|порядка|ориентировочно",
        "B": "от|между",
        "&": "и",
        "-": "или",
        "h": "семья|семьи|семей|домохозяйств|домохозяйства|домохозяйство",
        "p": "человек|человека|люди|лиц|лица|гражданских|мирных жителей|жителей|мужчин|женщин|детей|граждан|"
        "задержанных|пленных|раненых|погибших",
        "0": "никого|ни одного|нет",
        "?": "неизвестно|количество неизвестно",
        "s": "несколько|нескольких|много",
    },
    "fr": {
        ">": "plus de|plus d'|au-delà de",
        "≥": "au moins|pas moins de|au minimum|minimum",
        "<": "moins de|moins d'",
        "≤": "jusqu'à|au plus|pas plus de|au maximum",
        "~": "environ|à peu près|près de|quelque|presque|autour de",
        "B": "entre|de",
        "&": "et",
        "-": "à|ou",
        "h": "famille|familles|ménage|ménages|foyer|foyers",
        "p": "personne|personnes|civil|civils|homme|hommes|femme|femmes|enfant|enfants|habitant|habitants|détenu|"
        "détenus|réfugié|réfugiés|déplacés|morts|tués|blessés|gens",
        "0": "aucun|aucune|personne d'autre",
        "?": "inconnu|nombre inconnu",
        "s": "plusieurs|quelques|beaucoup|de nombreux|de nombreuses",
        "_": "des|d|les|la|le|au total",
    },
    "es": {
        ">": "más de|superior a",
        "≥": "al menos|por lo menos|como mínimo|no menos de",
        "<": "menos de",
        "≤": "hasta|como máximo|no más de",
        "~": "unos|unas|alrededor de|cerca de|aproximadamente|casi|en torno a",
        "B": "entre",
        "&": "y",
        "-": "a|o",
        "h": "familia|familias|hogar|hogares",
        "p": "persona|personas|civil|civiles|hombre|hombres|mujer|mujeres|niño|niños|niña|niñas|habitantes|"
        "detenidos|refugiados|desplazados|muertos|heridos",
        "0": "ninguno|ninguna|nadie",
        "?": "desconocido|número desconocido",
        "s": "varios|varias|muchos|muchas|algunos|algunas",
        "_": "los|las|el|en total",
    },
    "ar": {
        ">": "أكثر من|ما يزيد عن|ما يزيد على|يزيد عن",
        "≥": "على الأقل|ما لا يقل عن|لا يقل عن",
        "<": "أقل من",
        "≤": "ما يصل إلى|لا يزيد عن|حتى",
        "~": "حوالي|نحو|قرابة|ما يقارب|تقريبا|زهاء",
        "B": "بين|ما بين|من",
        "&": "و",
        "-": "إلى|أو",
        "h": "عائلة|عائلات|أسرة|أسر|عوائل",
        "p": "شخص|شخصا|أشخاص|مدني|مدنيا|مدنيين|رجل|رجال|رجلا|امرأة|نساء|طفل|طفلا|أطفال|نازح|نازحا|نازحين|لاجئ|"
        "لاجئا|لاجئين|معتقل|معتقلا|معتقلين|قتيل|قتيلا|جريح|جريحا",
        "0": "لا أحد",
        "?": "غير معروف",
        "s": "عدة|عدد من|العديد من|بضعة|بضع",
    },
}

# Numbers spelled as words; those that mean "about" in their language are in ROUND.
NUMBERS: dict[int, str] = {
    1: "one|a|an|один|одна|одного|une|un|uno|una|واحد|واحدة|одної|одну|одной",
    2: "two|a couple|couple|pair|a pair|два|дві|двоє|две|двое|deux|dos|اثنان|اثنين|двох|двом|двома|двух|двоих|двум",
    3: "three|три|троє|трое|trois|tres|ثلاثة|ثلاث|трьох|трьом|трех|троих|трем",
    4: "four|чотири|четверо|четыре|quatre|cuatro|أربعة|أربع|чотирьох|чотирьом|четырех|четверых",
    5: "five|п'ять|п'ятеро|пять|пятеро|cinq|cinco|خمسة|خمس|п'ятьох|п'яти|пяти|пятерых",
    6: "six|шість|шестеро|шесть|seis|ستة|ست|шістьох|шести|шестерых",
    7: "seven|сім|семеро|семь|sept|siete|سبعة|سبع|сімох|семи|семерых",
    8: "eight|вісім|восемь|huit|ocho|ثمانية|ثماني|вісьмох|восьми|восьмеро",
    9: "nine|дев'ять|девять|neuf|nueve|تسعة|تسع|дев'ятьох|дев'яти|дев'ятеро|девяти",
    10: "ten|десять|dix|diez|عشرة|عشر|десятьох|десяти|десятеро",
    11: "eleven|одинадцять|одиннадцать|onze|once|одинадцяти|одиннадцати",
    12: "twelve|дванадцять|двенадцать|douze|doce|дванадцяти|двенадцати|дванадцятеро",
    13: "thirteen|тринадцять|тринадцать|treize|trece|тринадцяти|тринадцати|тринадцятеро",
    14: "fourteen|чотирнадцять|четырнадцать|quatorze|catorce|чотирнадцяти|четырнадцати",
    15: "fifteen|п'ятнадцять|пятнадцать|quinze|quince|п'ятнадцяти|пятнадцати",
    16: "sixteen|шістнадцять|шестнадцать|seize|dieciséis",
    17: "seventeen|сімнадцять|семнадцать|diecisiete",
    18: "eighteen|вісімнадцять|восемнадцать|dieciocho",
    19: "nineteen|дев'ятнадцять|девятнадцать|diecinueve",
    20: "twenty|двадцять|двадцать|vingt|veinte|عشرين|عشرون|двадцяти|двадцати",
    21: "veintiuno|veintiún|veintiuna|vingt et un",
    22: "veintidós",
    23: "veintitrés",
    24: "veinticuatro",
    25: "veinticinco",
    26: "veintiséis",
    27: "veintisiete",
    28: "veintiocho",
    29: "veintinueve",
    30: "thirty|тридцять|тридцать|trente|treinta|ثلاثين|ثلاثون|тридцяти|тридцати",
    40: "forty|сорок|quarante|cuarenta|أربعين|أربعون|сорока",
    50: "fifty|п'ятдесят|пятьдесят|cinquante|cincuenta|خمسين|خمسون",
    60: "sixty|шістдесят|шестьдесят|soixante|sesenta|ستين|ستون",
    70: "seventy|сімдесят|семьдесят|setenta|سبعين|سبعون",
    80: "eighty|вісімдесят|восемьдесят|ochenta|ثمانين|ثمانون",
    90: "ninety|дев'яносто|девяносто|noventa|تسعين|تسعون",
    200: "двісті|двести|doscientos|doscientas|مئتان|مئتين|مائتين",
    300: "триста|trescientos|trescientas",
    400: "чотириста|четыреста|cuatrocientos|cuatrocientas",
    500: "п'ятсот|пятьсот|quinientos|quinientas",
}
ROUND: dict[int, str] = {
    10: "une dizaine|dizaine|десяток|una decena|decena",
    12: "une douzaine|douzaine",
    15: "une quinzaine|quinzaine",
    20: "une vingtaine|vingtaine|una veintena|veintena",
    30: "une trentaine|trentaine|una treintena|treintena",
    40: "une quarantaine|quarantaine",
    50: "une cinquantaine|cinquantaine",
    60: "une soixantaine|soixantaine",
    100: "une centaine|centaine|un centenar|centenar",
    1000: "un millier|millier|un millar|millar",
}
TIMES: dict[int, str] = {
    12: "dozen|a dozen|docena|una docena",
    20: "score",
    100: "hundred|a hundred|сто|сотня|cent|cien|ciento|مئة|مائة",
    1_000: "thousand|a thousand|k|тисяча|тис|тыс|тысяча|mille|mil|ألف|ألفا",
    1_000_000: "million|a million|m|mln|мільйон|млн|миллион|millón|مليون",
    1_000_000_000: "billion|a billion|bn|мільярд|млрд|миллиард|milliard|milliards|مليار",
}
# At least two of these, unless a number stands before them ("2 тисячі").
VAGUE: dict[int, str] = {
    10: "tens|десятки|десятків|десятков|dizaines|decenas|عشرات|العشرات",
    12: "dozens|docenas|douzaines",
    20: "scores",
    100: "hundreds|сотні|сотень|сотни|сотен|cents|centaines|cientos|centenares|مئات|المئات",
    1_000: "thousands|тисячі|тисяч|тысячи|тысяч|milliers|miles|millares|آلاف|الآلاف",
    10_000: "tens of thousands|десятки тисяч|десятки тысяч|dizaines de milliers|decenas de miles|عشرات الآلاف",
    100_000: "hundreds of thousands|сотні тисяч|сотни тысяч|centaines de milliers|cientos de miles|مئات الآلاف",
    1_000_000: "millions|мільйони|мільйонів|миллионы|миллионов|millones|ملايين|الملايين",
}
