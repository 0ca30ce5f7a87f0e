#!/usr/bin/env python3
"""make_admin_legacy.py admin_legacy_map.tsv admin_units_2026.tsv > admin_legacy.txt

Packs the map from the units before 1/7/2025 to those in force. The map is data of github.com/tranngocminhhieu/vietnamadminunits
(MIT, admin_legacy.LICENSE): columns old_province_code, old_province, old_district, old_ward_code, old_ward, new_province_code,
new_ward_code, new_ward, divided. Output, by line: "P<code> <province>", "D<district>", "<code> <commune>|<successor>,<successor>".
"""
import csv
import sys


def main():
    legacy, units = sys.argv[1:3]
    with open(units, encoding="utf-8") as file:
        communes = [row for row in csv.DictReader(file, delimiter="\t") if row["level"] == "2"]
    in_force = {row["code"] for row in communes}
    by_name = {(row["parent"], f"{row['type']} {row['name']}"): row["code"] for row in communes}
    provinces = {}
    with open(legacy, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            # One code of the map (Ba Chẽ) is not the one in the list in force; its name decides.
            code = row["new_ward_code"]
            successor = code if code in in_force else by_name.get((row["new_province_code"], row["new_ward"]))
            if not successor:
                sys.exit(f"no unit in force: {row}")
            districts = provinces.setdefault((row["old_province_code"], row["old_province"]), {})
            # Five island districts had no communes: the district itself became the new unit.
            wards = districts.setdefault(row["old_district"], {})
            wards.setdefault((row["old_ward_code"], row["old_ward"]), []).append(successor)
    out = open(1, "w", encoding="utf-8", newline="\n")
    for (code, province), districts in provinces.items():
        out.write(f"P{code} {province}\n")
        for district, wards in districts.items():
            out.write(f"D{district}\n")
            for (code, commune), successors in wards.items():
                out.write(f"{code} {commune}|{','.join(successors)}\n")


main()
