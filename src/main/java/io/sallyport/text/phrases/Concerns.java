package io.sallyport.text.phrases;

import java.util.List;
import java.util.stream.Stream;

/** What more than one room has to notice in a message, whatever the company sells. */
public final class Concerns {

    /** Names that other lists build on; to be loaded before them. */
    public static final String COMMON = "/text/concerns/common.txt";

    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl",
            "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh");

    /** Sections {@code self-harm}, {@code threat}, {@code injury}. */
    public static final Phrasebook SAFETY = Phrasebook.load(COMMON, "/text/concerns/safety.txt");

    /** Sections {@code break-in}, {@code weakness}, {@code phishing}, {@code suspicion}. */
    public static final Phrasebook SECURITY = Phrasebook.load(COMMON, "/text/concerns/security.txt");

    public static final List<Phrasebook> ALL = List.of(SAFETY, SECURITY);

    /**
     * All of these and what else brings a person in, in languages other than English; a detected language is no condition, for
     * that of a short message is a guess. Sections as above, besides those of other lists: {@code loss}, {@code flood},
     * {@code outage}, {@code legal}, {@code person-asked}, {@code insult}, {@code counted}, {@code chores}, {@code change}.
     */
    public static final Phrasebook OTHER_LANGUAGES = Phrasebook.load(
            Stream.concat(Stream.of(COMMON), LANGUAGES.stream().map(code -> "/text/languages/" + code + ".txt"))
                    .toArray(String[]::new));

    private Concerns() {}
}
