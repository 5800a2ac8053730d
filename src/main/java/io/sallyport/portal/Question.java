package io.sallyport.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor typed into the form.
 *
 * @param form the id that the form was served with: sending it twice files one ticket
 * @param website a field that people do not see; whoever fills it in is a script
 */
record Question(String form, String name, String from, String subject, String text, String website) {

    static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}");
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}");

    Question(
            @Nullable String form,
            @Nullable String name,
            @Nullable String from,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String website) {
        this.form = said(form);
        this.name = said(name);
        this.from = said(from);
        this.subject = said(subject);
        this.text = said(text);
        this.website = said(website);
    }

    static Question blank(String form) {
        return new Question(form, "", "", "", "", "");
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    boolean isFromScript() {
        return !website.isEmpty() || !FORM.matcher(form).matches();
    }

    /** Name and address as a mail's From header writes them. */
    Map<String, String> sender() {
        return name.isEmpty()
                ? Map.of()
                : Map.of("from", "\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\" <" + from + ">");
    }

    /** What to mend, by field; empty when all is well. */
    Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (name.length() > LONGEST_LINE) {
            mistakes.put("name", "Please shorten the name to " + LONGEST_LINE + " characters.");
        }
        if (!ADDRESS.matcher(from).matches() || from.length() > LONGEST_LINE) {
            mistakes.put("from", "Please give an e-mail address, such as jo@example.com.");
        }
        if (subject.isEmpty() || subject.length() > LONGEST_LINE) {
            mistakes.put("subject", "Please say in a few words what it is about.");
        }
        mistakeInText(text, mistakes);
        return mistakes;
    }

    static void mistakeInText(String text, Map<String, String> mistakes) {
        if (text.isEmpty()) {
            mistakes.put("text", "Please write your message.");
        } else if (text.length() > LONGEST_TEXT) {
            mistakes.put(
                    "text",
                    "Your message is %,d characters long; please keep it to %,d."
                            .formatted(text.length(), LONGEST_TEXT));
        }
    }
}
