package io.sallyport.text.phrases;

import java.util.List;

/** What more than one room has to notice in a message, whatever the company sells. */
public final class Concerns {

    /** Names that other lists build on; to be loaded before them. */
    public static final String COMMON = "/text/concerns/common.txt";

    /** Sections {@code self-harm}, {@code threat}, {@code injury}. */
    public static final Phrasebook SAFETY = Phrasebook.load(COMMON, "/text/concerns/safety.txt");

    /** Sections {@code break-in}, {@code weakness}, {@code phishing}, {@code suspicion}. */
    public static final Phrasebook SECURITY = Phrasebook.load(COMMON, "/text/concerns/security.txt");

    public static final List<Phrasebook> ALL = List.of(SAFETY, SECURITY);

    private Concerns() {}
}
