"""Writes the sample team as every tool exports it. Usage: make.py ROOT [FOLDER]

The answers to the core activities and the roster of samples/team, in the shape of each survey tool
and HR system: all files hold the same ratings, or the same people. The same bytes each time."""
import collections
import csv
import datetime
import hashlib
import io
import os
import string
import sys
import zipfile
from decimal import Decimal

import openpyxl
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.table import Table, TableStyleInfo

ROOT = sys.argv[1]
FOLDER = sys.argv[2] if len(sys.argv) > 2 else ROOT + "/samples/exports"
LADDER = ROOT + "/templates/quartz/"
TEAM = ROOT + "/samples/team/"
AXES = ("skill", "experience", "interest")
WHILE = datetime.timedelta(minutes=12)  # that it takes to answer
SAVED = datetime.datetime(2026, 10, 23, 8, 0, 0)
DATE_TIME = "%Y-%m-%d %H:%M:%S"
# With letters that Windows-1252 and MacRoman both have, at different places.
NOTES = ("Déjà vu – naïve café", "Größe ist nicht alles…", "Un año más, ¿y qué?",
         "Smørrebrød “på vej”")

Person = collections.namedtuple("Person", "name first last email at ratings")
Employee = collections.namedtuple(
    "Employee", "id name first last email role manager manager_id leads family salary joined")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CORE = [row["activity"] for row in read(LADDER + "activities.csv") if row["core"] == "yes"]
LEVELS = {(row["axis"], row["label"]): row["value"] for row in read(LADDER + "scales.csv")
          if row["axis"] in AXES}


def read_people():
    return [Person(row["Name"], *row["Name"].split(" "), row["Email Address"],
                   datetime.datetime.strptime(row["Timestamp"], DATE_TIME),
                   {axis: [row[f"{axis.capitalize()} [{name}]"] for name in CORE]
                    for axis in AXES})
            for row in read(TEAM + "answers-wide.csv")]


def family(role):
    if "Software" in role:
        return "Software Engineering"
    return "Product Marketing" if role == "PMM" else "Product Management"


def read_employees():
    rows = read(TEAM + "roster.csv")
    ids = {row["name"]: row["id"] for row in rows}
    managers = {row["manager"] for row in rows}
    joined = datetime.timedelta(days=-400)  # before the role held now
    return [Employee(row["id"], row["name"], *row["name"].split(" "), row["email"], row["role"],
                     row["manager"], ids.get(row["manager"], ""), row["name"] in managers,
                     family(row["role"]), Decimal(row["salary"].replace(",", "")),
                     datetime.date.fromisoformat(row["role_since"]) + joined) for row in rows]


def path_of(name):
    path = f"{FOLDER}/{name}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def save(name, rows, delimiter=",", end="\n", encoding="utf-8", first="",
         quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO(newline="")
    text.write(first)
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    with open(path_of(name), "wb") as file:
        file.write(text.getvalue().encode(encoding))


def save_book(name, book):
    """Without the time of day anywhere; a table's columns with line breaks as Excel writes them."""
    book.properties = DocumentProperties(creator="Example Company", created=SAVED, modified=SAVED)
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(path_of(name), "w") as package:
        for part in parts.namelist():
            content = parts.read(part)
            if part.startswith("xl/tables/"):
                content = content.replace(b"&#10;", b"_x000a_")
            package.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content,
                             zipfile.ZIP_DEFLATED)


def code(text, letters, length):
    """An ID made of such letters, always the same for a text."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    found = ""
    while len(found) < length:
        number, digit = divmod(number, len(letters))
        found += letters[digit]
    return found


# How a rating, a label of the scale as the sample team chose it, is shown.

def as_chosen(axis, rating):
    return rating


def as_number(axis, rating):
    return LEVELS.get((axis, rating), rating)


def as_written(axis, rating):
    """3.0, 3 and 3/5."""
    number = as_number(axis, rating)
    if not number.isdigit():
        return number
    return number + {"skill": ".0", "experience": "", "interest": "/5"}[axis]


def as_stars(axis, rating):
    number = as_number(axis, rating)
    if number == "0" or not number.isdigit():
        return number
    return "★" * int(number) + "☆" * (5 - int(number))


def as_numbered(axis, rating):
    """3 - Good (Practitioner)"""
    known = axis == "skill" and (axis, rating) in LEVELS
    return f"{as_number(axis, rating)} - {rating}" if known else rating


def as_lettered(axis, rating):
    """d. Good (Practitioner)"""
    known = axis == "skill" and (axis, rating) in LEVELS
    return f"{'abcdef'[int(as_number(axis, rating))]}. {rating}" if known else rating


def by_axis(person, show):
    return [show(axis, rating) for axis in AXES for rating in person.ratings[axis]]


def by_activity(person, show):
    return [[show(axis, person.ratings[axis][row]) for axis in AXES] for row in range(len(CORE))]


def flat(rows):
    return [cell for row in rows for cell in row]


def headers(form, *questions):
    """A column an axis and activity; a question stands for its axis."""
    return [form.format(question, name) for question in questions for name in CORE]


QUESTIONS = ("How skilled are you?", "How much experience do you have?", "How interested are you?")
WIDE = [f"{name} - {axis}" for name in CORE for axis in AXES]


def plain_long(people):
    save("answers/plain-long.csv", [
        ["date", "person", "email", "activity", *AXES],
        *([person.at.date(), person.name, person.email, name, *ratings] for person in people
          for name, ratings in zip(CORE, by_activity(person, as_number)))])


def plain_wide(people):
    for name, who, show in (("plain-wide", "name", as_written), ("stars", "person", as_stars)):
        save(f"answers/{name}.csv", [
            ["date", who, "email", *WIDE],
            *([person.at.date(), person.name, person.email, *flat(by_activity(person, show))]
              for person in people)])


def transposed(people):
    rows = [["name", "email", "date", *headers("{} [{}]", "Skill", "Experience", "Interest")],
            *([person.name, person.email, person.at.date(), *by_axis(person, as_written)]
              for person in people)]
    save("answers/transposed.csv", zip(*rows), delimiter=";")


def one_a_person(people):
    def show(axis, rating):
        return rating if axis == "skill" else as_number(axis, rating)

    for person in people:
        name = person.email.split("@")[0].replace(".", "-")
        save(f"answers/one-a-person/{name}.csv", [
            ["Growth plan"], ["Name", person.name], ["Date", person.at.date()], [],
            ["Activity", "Skill", "Experience", "Interest", "Notes"],
            *([activity, *ratings, ""]
              for activity, ratings in zip(CORE, by_activity(person, show)))])


def google_forms(people):
    def stamp(at):
        return f"{at.month}/{at.day}/{at.year} {at.hour}:{at:%M:%S}"

    save("answers/google-forms.csv", [
        ["Timestamp", "Email Address", "Your name", *headers("{} [{}]", *QUESTIONS)],
        *([stamp(person.at), person.email, person.name, *by_axis(person, as_chosen)]
          for person in people)], end="\r\n")


def statement(number, name):
    """As it was typed into the form: here and there with a no-break space, or on two lines."""
    if number % 10 == 1:
        return name + "\u00a0"
    return name.replace(" ", "\n", 1) if number == 13 else name


def microsoft_forms(people):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    typed = [statement(number, name) for number, name in enumerate(CORE)]
    sheet.append(["ID", "Start time", "Completion time", "Email", "Name", "Last modified time",
                  *(name + suffix for suffix in ("", "2", "3") for name in typed)])
    for number, person in enumerate(people, 1):
        sheet.append([number, person.at - WHILE, person.at, person.email, person.name, None,
                      *(rating or None for rating in by_axis(person, as_chosen))])
        for column in (2, 3):
            sheet.cell(number + 1, column).number_format = "m/d/yy h:mm:ss"
    table = Table(displayName="Table1", ref=sheet.dimensions)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    sheet.add_table(table)
    save_book("answers/microsoft-forms.xlsx", book)


def surveymonkey(people):
    system = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
              "Email Address", "First Name", "Last Name", "Custom Data 1"]
    stamp = "%m/%d/%Y %I:%M:%S %p"
    questions = ("Please rate your skill in each activity",
                 "Please rate your experience with each activity",
                 "Please rate your interest in each activity")
    save("answers/surveymonkey.csv", [
        system + flat([question, *[""] * (len(CORE) - 1)] for question in questions),
        [""] * len(system) + CORE * len(AXES),
        *(["1184" + code("monkey " + person.email, string.digits, 8), "431207765",
           (person.at - WHILE).strftime(stamp), person.at.strftime(stamp), f"192.0.2.{number}",
           person.email, person.first, person.last, "", *by_axis(person, as_numbered)]
          for number, person in enumerate(people, 11))], end="\r\n")


# The columns of Qualtrics' own: the name, the text, and what they are imported as.
QUALTRICS = (
    ("StartDate", "Start Date", "startDate"), ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"), ("IPAddress", "IP Address", "ipAddress"),
    ("Progress", "Progress", "progress"),
    ("Duration (in seconds)", "Duration (in seconds)", "duration"),
    ("Finished", "Finished", "finished"), ("RecordedDate", "Recorded Date", "recordedDate"),
    ("ResponseId", "Response ID", "_recordId"),
    ("RecipientLastName", "Recipient Last Name", "recipientLastName"),
    ("RecipientFirstName", "Recipient First Name", "recipientFirstName"),
    ("RecipientEmail", "Recipient Email", "recipientEmail"),
    ("ExternalReference", "External Data Reference", "externalDataReference"),
    ("LocationLatitude", "Location Latitude", "locationLatitude"),
    ("LocationLongitude", "Location Longitude", "locationLongitude"),
    ("DistributionChannel", "Distribution Channel", "distributionChannel"),
    ("UserLanguage", "User Language", "userLanguage"))


def qualtrics_row(at, status, address, person, ratings):
    last, first, email = person
    response = code("qualtrics " + email, string.ascii_letters + string.digits, 15)
    start = (at - WHILE).strftime(DATE_TIME)
    channel = "email" if email else "preview"
    return [start, at.strftime(DATE_TIME), status, address, "100", str(WHILE.seconds), "True",
            at.strftime(DATE_TIME), "R_" + response, last, first, email, "", "52.5196", "13.4069",
            channel, "EN", *ratings]


def qualtrics(people):
    zone = {key: ',"timeZone":"Europe/Berlin"' for key in ("startDate", "endDate", "recordedDate")}
    numbers = [(question, row) for question in (1, 2, 3) for row in range(1, len(CORE) + 1)]
    preview = qualtrics_row(datetime.datetime(2026, 10, 16, 14, 3, 20), "Survey Preview",
                            "192.0.2.1", ("", "", ""),
                            ["Excellent"] * len(CORE) + ["Extensive"] * len(CORE) +
                            ["Passionate"] * len(CORE))
    save("answers/qualtrics.csv", [
        [name for name, _, _ in QUALTRICS] + [f"Q{question}_{row}" for question, row in numbers],
        [text for _, text, _ in QUALTRICS] +
        headers("{} in each of these activities? - {}", "How skilled are you",
                "How much experience do you have", "How interested are you"),
        [f'{{"ImportId":"{key}"{zone.get(key, "")}}}' for _, _, key in QUALTRICS] +
        [f'{{"ImportId":"QID{question}_{row}"}}' for question, row in numbers],
        preview,
        *(qualtrics_row(person.at, "IP Address", f"192.0.2.{number}",
                        (person.last, person.first, person.email), by_axis(person, as_chosen))
          for number, person in enumerate(people, 11))])


def typeform(people):
    hexadecimal = string.hexdigits[:16]
    save("answers/typeform.csv", [
        ["#", "What is your name?", "What is your email?",
         *(f"{name}: your {axis}" for name in CORE for axis in AXES), "Response Type",
         "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags",
         "Ending"],
        *([code("typeform " + person.email, hexadecimal, 32), person.name, person.email,
           *flat(by_activity(person, as_number)), "completed", person.at - WHILE, "", person.at,
           code("network " + person.email, hexadecimal, 10), "", "Default thank-you screen"]
          for person in people)])


def limesurvey(people):
    save("answers/limesurvey.csv", [
        ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started",
         "Date last action", "Access code", "First name", "Last name", "Email address",
         *headers("{} [{}]", *QUESTIONS)],
        *([number, person.at, 3, "en", code("seed " + person.email, "123456789", 9),
           person.at - WHILE, person.at,
           code("access " + person.email, string.ascii_letters + string.digits, 15), person.first,
           person.last, person.email, *by_axis(person, as_lettered)]
          for number, person in enumerate(people, 1))],
         encoding="utf-8-sig", quoting=csv.QUOTE_ALL)


def encodings(people):
    rows = [["date", "email", "activity", *AXES, "note"]]
    for number, person in enumerate(people):
        for row, (name, ratings) in enumerate(zip(CORE, by_activity(person, as_number))):
            note = "" if row else NOTES[number % len(NOTES)]
            rows.append([person.at.date(), person.email, name, *ratings, note])
    for name, how in {
            "utf-8": {}, "utf-8-bom": {"encoding": "utf-8-sig"},
            "utf-16le": {"encoding": "utf-16-le", "first": "\ufeff"},
            "utf-16be": {"encoding": "utf-16-be", "first": "\ufeff"},
            "utf-16le-no-bom": {"encoding": "utf-16-le"},
            "windows-1252": {"encoding": "cp1252", "delimiter": ";", "end": "\r\n"},
            "macroman": {"encoding": "mac_roman", "end": "\r"},
            "utf-8-tab": {"delimiter": "\t"},
            "sep-line": {"delimiter": ";", "first": "sep=;\n"},
            "pipe": {"delimiter": "|"}}.items():
        save(f"encodings/{name}.csv", rows, **how)


def american(date):
    return date.strftime("%m/%d/%Y")


def plain_roster(employees):
    save("rosters/plain.csv", [
        ["id", "name", "email", "role", "manager", "salary", "currency", "joined"],
        *([one.id, one.name, one.email, one.role, one.manager, one.salary.quantize(Decimal("0.01")),
           "USD", one.joined] for one in employees)])


def workday(employees):
    def with_id(name, number):
        return f"{name} ({number})" if name else ""

    save("rosters/workday.csv", [
        ["Worker Roster - Product Management"], [],
        ["Employee ID", "Worker", "Business Title", "Job Profile", "Job Family",
         "Supervisory Organization", "Worker's Manager", "Location", "Hire Date", "Work Email",
         "FTE", "Annual Base Pay", "Currency"],
        *([one.id, with_id(one.name, one.id), one.role,
           f"{'Manager' if one.leads else 'Professional'}, {one.family}", one.family,
           "Product" + (f" ({one.manager})" if one.manager else ""),
           with_id(one.manager, one.manager_id), "Example City", one.joined, one.email, "100%",
           f"{one.salary:,.2f}", "USD"] for one in employees)])


def bamboohr(employees):
    leaver = Employee("E13", "Sam Sampleperson", "Sam", "Sampleperson",
                      "sam.sampleperson@example.com", "Product Manager", "Marc Exemple", "E02",
                      False, "Product Management", Decimal(117300), datetime.date(2021, 5, 17))
    save("rosters/bamboohr.csv", [
        ["Employee #", "First Name", "Last Name", "Job Title", "Department", "Division", "Location",
         "Employment Status", "Hire Date", "Work Email", "Reporting to", "Pay Rate", "Pay Type",
         "Paid per", "Pay Schedule"],
        *([one.id, one.first, one.last, one.role, one.family, "Product", "Example City",
           "Terminated" if one is leaver else "Full-Time", american(one.joined), one.email,
           one.manager, f"{one.salary:.2f} USD", "Salary", "Year", "Semi-Monthly"]
          for one in [*employees, leaver])])


def gusto(employees):
    save("rosters/gusto.csv", [
        ["Last name", "First name", "Employee ID", "Job title", "Department", "Manager",
         "Work email", "Personal email", "Start date", "Compensation", "Pay period",
         "Employment type"],
        *([one.last, one.first, one.id, one.role, one.family, one.manager, one.email,
           one.email.split(".")[0] + "@example.org", one.joined, f"${one.salary:,.2f}", "Year",
           "Full time"] for one in employees)])


def quickbooks(employees):
    def turned(name):
        return ", ".join(reversed(name.split(" "))) if name else ""

    save("rosters/quickbooks.csv", [
        ["Example Company, Inc."], ["Employee Contact List"],
        ["Employee", "Employee ID", "Job Title", "Hire Date", "Status", "Email", "Manager",
         "Pay Rate", "Phone"],
        *([turned(one.name), one.id, one.role, american(one.joined), "Active", one.email,
           turned(one.manager), f"${one.salary:,.2f}/year", f"(555) 555-01{one.id[1:]}"]
          for one in employees)])


def generic_roster(employees):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Employees"
    sheet.append(["Personnel no.", "Full name", "E-mail", "Position", "Line manager",
                  "Annual salary (USD)", "Entry date", "Cost center"])
    for row, one in enumerate(employees, 2):
        sheet.append([one.id, one.name, one.email, one.role, one.manager or None, float(one.salary),
                      one.joined, 4711 if one.family == "Product Marketing" else 4700])
        sheet.cell(row, 6).number_format = "#,##0.00"
        sheet.cell(row, 7).number_format = "dd/mm/yyyy"
    save_book("rosters/generic.xlsx", book)


def main():
    people, employees = read_people(), read_employees()
    for make in (plain_long, plain_wide, transposed, one_a_person, google_forms, microsoft_forms,
                 surveymonkey, qualtrics, typeform, limesurvey, encodings):
        make(people)
    for make in (plain_roster, workday, bamboohr, gusto, quickbooks, generic_roster):
        make(employees)


main()
