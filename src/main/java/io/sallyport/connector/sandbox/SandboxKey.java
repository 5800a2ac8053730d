package io.sallyport.connector.sandbox;

import io.sallyport.platform.SecretFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The password that the sandbox's HTTP face asks for; the user name is {@code sandbox}. */
public record SandboxKey(String secret) {

    /** In the var directory, beside the desk's other secrets. */
    static final String FILE = "sandbox-key.txt";

    private static final String USER = "sandbox:";
    private static final int SHORTEST = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public SandboxKey {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("sallyport.sandbox.key must have " + SHORTEST
                    + " characters or more; leave it out to have one made in " + FILE);
        }
    }

    /** The one that is set, or else this installation's own, made at the first start. */
    static SandboxKey of(String set, SecretFile file) {
        if (!set.isEmpty()) {
            return new SandboxKey(set);
        }
        if (file.find().isEmpty()) {
            byte[] secret = new byte[16];
            RANDOM.nextBytes(secret);
            file.write(HexFormat.of().formatHex(secret));
        }
        return new SandboxKey(file.find().orElseThrow());
    }

    /** The header {@code Authorization} of whoever has it. */
    public String authorization() {
        byte[] both = (USER + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    boolean isIn(String header) {
        return MessageDigest.isEqual(
                header.getBytes(StandardCharsets.UTF_8), authorization().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SandboxKey[]";
    }
}
