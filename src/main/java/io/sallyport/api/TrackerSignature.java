package io.sallyport.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a tracker's own calls from anybody's.
 *
 * @param timestamp seconds since 1970, as the header says
 * @param signature as the header says
 */
record TrackerSignature(String timestamp, String signature) {

    static final String TIMESTAMP = "X-Sallyport-Timestamp";
    static final String SIGNATURE = "X-Sallyport-Signature";

    /** Clocks differ by so much; what is older was recorded by somebody else. */
    static final long MOST_APART_SECONDS = 300;

    private static final Pattern FORM = Pattern.compile("sha256=[0-9a-f]{64}");

    /** For the log of whoever runs the desk; a caller is told the same of all. */
    enum Fault {
        NO_SECRET("no secret is set (sallyport.tracker.webhook-secret)"),
        NO_TIME("no time in " + TIMESTAMP),
        TOO_OLD("too old, or the clocks are more than " + MOST_APART_SECONDS + " s apart"),
        WRONG_SIGNATURE("wrong signature");

        private final String label;

        Fault(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static TrackerSignature of(HttpServletRequest request) {
        return new TrackerSignature(
                String.valueOf(request.getHeader(TIMESTAMP)), String.valueOf(request.getHeader(SIGNATURE)));
    }

    /** What is wrong before the body is read; empty when it may be signed, and lately. */
    Optional<Fault> fault(String secret, Instant now) {
        if (secret.isBlank()) {
            return Optional.of(Fault.NO_SECRET);
        }
        if (!timestamp.matches("[0-9]{1,12}")) {
            return Optional.of(Fault.NO_TIME);
        }
        if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > MOST_APART_SECONDS) {
            return Optional.of(Fault.TOO_OLD);
        }
        return FORM.matcher(signature).matches() ? Optional.empty() : Optional.of(Fault.WRONG_SIGNATURE);
    }

    /** Empty when whoever has the secret signed this body. */
    Optional<Fault> fault(String body, String secret) {
        byte[] right = ("sha256=" + hmac(timestamp + "." + body, secret)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of(Fault.WRONG_SIGNATURE);
    }

    private static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
