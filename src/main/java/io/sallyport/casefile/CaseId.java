package io.sallyport.casefile;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names one case: {@code SP-} and ten characters that cannot be mistaken for one another when read out. */
public record CaseId(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("SP-[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public CaseId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case id: '" + value + "' (expected SP- and ten characters)");
        }
    }

    public static CaseId random() {
        var id = new StringBuilder("SP-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CaseId(id.toString());
    }

    public static boolean isCaseId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
