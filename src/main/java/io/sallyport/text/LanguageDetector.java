package io.sallyport.text;

/** Tells which language a text is written in. */
public interface LanguageDetector {

    /**
     * @param code ISO 639-1, {@code und} when it cannot be told
     * @param confidence 0 to 1
     */
    record Language(String code, double confidence) {
        public static final Language UNKNOWN = new Language("und", 0);
    }

    Language detect(String text);
}
