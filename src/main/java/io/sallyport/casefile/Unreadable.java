package io.sallyport.casefile;

/** Why a case could not be read, for logs. */
public final class Unreadable {

    private Unreadable() {}

    /** What lies beneath may quote what stands in the case: of that only its kind is said. */
    public static String because(RuntimeException broken) {
        String said = String.valueOf(broken.getMessage());
        return broken.getCause() == null
                ? said
                : said.split(":", 2)[0] + " (" + broken.getCause().getClass().getSimpleName() + ")";
    }
}
