package io.sallyport.gate.identity;

import io.sallyport.casefile.CaseId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and compares the stored form of one-time codes: HMAC-SHA-256 with a key that the database does not hold. A million
 * codes are tried in a moment however slow the hash, so a salt and a slow hash would not keep what a stolen table says; a
 * key that is not in it does. The challenge, random for each code, is in what is hashed, so equal codes look different.
 */
final class CodeKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the secret is too short */
    CodeKey(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("sallyport.identity.code-key needs at least " + SHORTEST
                    + " characters, the same on every node; `openssl rand -hex 32` makes one");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Six digits, every one of the million as likely as the next. */
    static String randomCode() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    static String randomChallenge() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "code-" + HexFormat.of().formatHex(bytes);
    }

    static String randomSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** In hex. */
    String hash(String challenge, CaseId caseId, String customer, String address, String code) {
        String content = String.join("\n", challenge, caseId.value(), customer, address, code);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** Takes as long whether they differ early or late. */
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
