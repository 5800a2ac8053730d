package io.sallyport.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an authority gave a person: numbers of persons, papers and licences, by their form or by the words before them; dates of birth. */
final class Identities implements Finder {

    private static final List<Pattern> FORMS = List.of(
            // United States: social security.
            Pattern.compile("(?<![\\d-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\d-])"),
            // United Kingdom: national insurance.
            Pattern.compile("\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"),
            // The Nordic countries: date of birth and a number.
            Pattern.compile("(?<![\\d-])(?:\\d{2})?[0-3]\\d[01]\\d\\d{2}[-+A]\\d{3}[0-9A-Z](?![\\d-])"),
            // Spain: DNI and NIE.
            Pattern.compile("\\b[XYZ]?-?\\d{7,8}-?[A-HJ-NP-TV-Z]\\b"),
            // Italy: codice fiscale.
            Pattern.compile("\\b[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z]\\b"),
            // Brazil: CPF.
            Pattern.compile("\\b\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}\\b"));

    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:passport|licen[cs]e|social security|ssn|national insurance|nino|tax(?:payer)? (?:id|number)|tin|identity card|id card|national id|personal (?:id|number)|driver'?s?'? id|residence permit|visa number|medical record|health insurance|patient id)"
                    + "(?:\\W{1,3}(?:no|nr|num|number|id|is|was|of|my|it'?s|the|card|plate)\\b){0,5}[\\s:.#=]{0,4}(?<value>(?=[A-Z0-9 -]*\\d{3})[A-Z0-9](?:[A-Z0-9-]| (?=[A-Z0-9]*\\d)){3,24})(?![\\p{L}\\p{N}])");

    private static final Pattern BIRTH = Pattern.compile(
            "(?i)\\b(?:born|birth ?da(?:y|te)|date of birth|d\\.?o\\.?b\\.?)\\b[^\\d\\n.!?]{0,40}(?<value>\\d{1,4}(?:st|nd|rd|th)?[-./ ](?:of )?(?:\\d{1,2}|\\p{L}{3,9})[-./, ]{1,2}\\d{1,4}|\\p{L}{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})");

    @Override
    public List<Finding> in(String text) {
        var found = new ArrayList<Finding>();
        FORMS.forEach(form -> found.addAll(Matches.of(Kind.ID, form, text)));
        found.addAll(Matches.of(Kind.ID, NAMED, text));
        found.addAll(Matches.of(Kind.BIRTH_DATE, BIRTH, text));
        return found;
    }
}
