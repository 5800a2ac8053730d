package io.sallyport.portal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form that is sent again with something else in it, as after the browser's back button: another message. */
final class ChangedForm {

    private ChangedForm() {}

    /** The same for the same words, so that sending the changed form twice adds one message. */
    static String id(String form, String... words) {
        String all = form + "\n" + String.join("\n", words);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
