package io.sallyport.casefile;

import java.util.Locale;

/** A person of the desk by name, however it is written: {@code Ines} and {@code ines} are one person. */
public record PersonName(String folded) {

    public PersonName {
        folded = folded.strip().toLowerCase(Locale.ROOT);
    }

    public static PersonName of(String written) {
        return new PersonName(written);
    }

    /** Whether it is the same person's name. */
    public boolean isOf(String written) {
        return equals(of(written));
    }
}
