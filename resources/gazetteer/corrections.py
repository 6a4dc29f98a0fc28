"""What the machine matching of area codes gets wrong, set right by hand, and Ukraine complete.

Sources: ISO 3166-2 (newsletters to 2023), OCHA's common operational datasets, GeoNames admin1 codes.
"""

from __future__ import annotations

import csv

from resources.gazetteer import FOLDER

# GeoNames admin1 code -> ISO 3166-2 code; an empty text says that ISO has no code for it.
ISO = {
    "CD.04": "CD-KE", "YE.28": "YE-SU", "IQ.19": "", "LB.09": "LB-AS", "RU.29": "RU-KEM",
    "IR.44": "IR-30", "IR.43": "IR-28", "IR.42": "IR-09", "IR.41": "IR-29", "IR.34": "IR-00", "IR.26": "IR-23",
    "IR.11": "IR-22", "IR.22": "IR-18", "IR.05": "IR-17", "IR.13": "IR-05", "IR.16": "IR-12", "IR.36": "IR-19",
    "IR.25": "IR-20", "IR.40": "IR-21", "IR.23": "IR-15", "IR.15": "IR-06", "IR.29": "IR-08", "IR.10": "IR-16",
    "IR.09": "IR-13", "IR.08": "IR-01", "IR.07": "IR-07", "IR.03": "IR-14", "IR.33": "IR-03", "IR.01": "IR-04",
    "IR.32": "IR-24", "IR.28": "IR-10", "IR.37": "IR-27", "IR.38": "IR-26", "IR.39": "IR-25", "IR.04": "IR-11",
    "IR.35": "IR-02",
    "NI.17": "NI-AN", "NI.18": "NI-AS", "NP.4": "NP-P4", "NP.6": "NP-P6", "NP.7": "NP-P7", "AZ.20": "AZ-GA",
    "NO.05": "", "LV.31": "", "GN.L": "GN-L", "NG.11": "NG-FC", "PS.GZ": "", "PS.WE": "",
}  # fmt: skip

# GeoNames admin1 code -> OCHA P-code; empty where the units of the two lists are not the same.
PCODES = {
    "CD.04": "CD82", "YE.28": "YE32", "LB.09": "LB5", "SY.08": "SY03", "SY.05": "SY13",
    "HT.11": "HT01", "HT.13": "HT02", "HT.09": "HT03", "HT.10": "HT04", "HT.12": "HT07", "HT.03": "HT09",
    "MX.09": "MX09", "MX.22": "MX22", "NP.4": "NP04", "NP.6": "NP06", "NP.7": "NP07", "MD.51": "MD037",
    "NI.17": "NI91", "NI.18": "NI93", "IR.22": "IR003", "IR.03": "IR004", "IR.33": "IR005",
    "IR.23": "", "IR.15": "", "IR.08": "", "MM.16": "", "MM.11": "", "PH.14": "PH19", "PH.10": "PH10",
    "PH.02": "PH02", "PH.13": "PH16", "PH.01": "PH01", "PH.06": "PH06", "PH.03": "PH03", "PH.07": "PH07",
    "PH.08": "PH08", "PH.09": "PH09", "PH.11": "PH11", "PH.05": "PH05", "RO.10": "", "GM.03": "",
}  # fmt: skip

# Countries whose P-code list cuts the first level otherwise than GeoNames does.
NO_PCODES = {"CI", "BF", "RO", "TN", "LY", "DO", "AZ", "SX", "EH"}

# English names where the sources waver, as the United Nations write them. code -> (name, short name)
NAMES = {
    "SY.08": ("Rural Damascus Governorate", "Rural Damascus"), "SY.05": ("As-Sweida Governorate", "As-Sweida"),
    "SY.04": ("Ar-Raqqa Governorate", "Ar-Raqqa"), "SY.07": ("Deir ez-Zor Governorate", "Deir ez-Zor"),
    "PS.GZ": ("Gaza Strip", "Gaza"), "PS.WE": ("West Bank", "West Bank"),
    "CD.04": ("Kasaï-Oriental Province", "Kasaï-Oriental"), "YE.28": ("Socotra Governorate", "Socotra"),
    "LB.09": ("North Lebanon Governorate", "North Lebanon"), "RU.29": ("Kemerovo Oblast", "Kemerovo"),
    "AZ.20": ("Ganja", "Ganja"), "SD.55": ("North Darfur State", "North Darfur"),
    "SD.49": ("South Darfur State", "South Darfur"), "SD.47": ("West Darfur State", "West Darfur"),
    "SD.60": ("East Darfur State", "East Darfur"), "SD.50": ("South Kordofan State", "South Kordofan"),
    "SD.39": ("Gedaref State", "Gedaref"), "LB.06": ("South Lebanon Governorate", "South Lebanon"),
    "MM.15": ("Magway Region", "Magway"), "MM.17": ("Yangon Region", "Yangon"),
    "MM.03": ("Ayeyarwady Region", "Ayeyarwady"), "MM.18": ("Nay Pyi Taw Union Territory", "Nay Pyi Taw"),
    "ET.44": ("Addis Ababa City", "Addis Ababa"), "ET.48": ("Dire Dawa City", "Dire Dawa"),
    "ET.45": ("Afar Region", "Afar"), "ET.47": ("Benishangul-Gumuz Region", "Benishangul-Gumuz"),
    "ET.51": ("Oromia Region", "Oromia"), "ET.SW": ("South West Ethiopia Region", "South West Ethiopia"),
    "ET.55": ("Central Ethiopia Region", "Central Ethiopia"), "ET.56": ("South Ethiopia Region", "South Ethiopia"),
    "SO.13": ("Middle Shabelle Region", "Middle Shabelle"), "SO.14": ("Lower Shabelle Region", "Lower Shabelle"),
    "NG.11": ("Federal Capital Territory", "Federal Capital Territory"),
    "CD.08": ("Kongo Central Province", "Kongo Central"), "RU.12": ("Chechen Republic", "Chechnya"),
}  # fmt: skip

MORE_NAMES = {
    "PS.GZ": (
        "Gaza",
        "Gaza Governorates",
        "قطاع غزة",
        "Сектор Газа",
        "Сектор Гази",
        "Bande de Gaza",
        "Franja de Gaza",
    ),
    "PS.WE": ("الضفة الغربية", "Западный берег", "Західний берег", "Cisjordanie", "Cisjordania"),
    "SY.08": ("Rif Dimashq", "Damascus Countryside", "ريف دمشق"),
    "SY.04": ("Raqqa", "Al-Raqqah", "Ar Raqqah", "الرقة"),
    "RU.29": ("Kuzbass", "Кузбасс", "Кемеровская область"),
}

# The word that a full English name ends with, where the short name lacks one and all units are of one type.
TYPES = {
    "AF": "Province", "BF": "Region", "CD": "Province", "CF": "Prefecture", "CM": "Region", "CO": "Department",
    "ET": "Region", "HT": "Department", "IQ": "Governorate", "IR": "Province", "JO": "Governorate",
    "LB": "Governorate", "LY": "District", "ML": "Region", "MM": "State", "MZ": "Province", "NE": "Region",
    "NG": "State", "SD": "State", "SO": "Region", "SS": "State", "SY": "Governorate", "TD": "Region",
    "TR": "Province", "VE": "State", "YE": "Governorate", "BY": "Region", "TJ": "Region",
}  # fmt: skip


def ukraine() -> dict[str, tuple[str, str, str, str, tuple[str, ...]]]:
    """GeoNames code -> (ISO 3166-2, P-code, full name, short name, other names) of the 27 units of Ukraine.

    Five P-codes differ from the digits of the ISO code; never derive one from the other. The names in ukraine.csv
    begin with the adjective in English transliteration, Ukrainian and Russian: "Kharkivska|Харківська|Харьковская".
    """
    units = {}
    with (FOLDER / "ukraine.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = row["names"].split("|")
            if row["name"].endswith("Oblast"):
                names += [f"{names[0]} oblast", f"{names[1]} область", f"{names[2]} область"]
            told = tuple(dict.fromkeys(names))
            units[row["geonames_code"]] = (row["iso"], row["pcode"], row["name"], row["short"], told)
    return units
