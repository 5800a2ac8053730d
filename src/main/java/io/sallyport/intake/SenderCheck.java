package io.sallyport.intake;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.casefile.SenderEvidence.Kind;
import io.sallyport.intake.mail.AuthenticationResults;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether the door that a message came by vouches for its sender. */
final class SenderCheck {

    private static final String API = "api:";

    private final IntakeSettings settings;

    SenderCheck(IntakeSettings settings) {
        this.settings = settings;
    }

    Optional<SenderEvidence> evidence(Incoming incoming) {
        if (incoming.from().isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> kind = switch (incoming.vouching()) {
            case Vouching.Nobody _ -> isDmarcPass(incoming) ? Optional.of(Kind.DMARC) : Optional.empty();
            case Vouching.CustomerPage _ -> incoming.pageLink().map(_ -> Kind.LINK);
            case Vouching.SignedIn _ -> isFromHelpDesk(incoming) ? Optional.of(Kind.SESSION) : Optional.empty();
            case Vouching.Signed(String hex) ->
                isSigned(incoming.from(), hex) ? Optional.of(Kind.SIGNATURE) : Optional.empty();
        };
        return kind.map(found -> new SenderEvidence(found, incoming.from()));
    }

    private boolean isDmarcPass(Incoming incoming) {
        String results = incoming.headers().getOrDefault("authentication-results", "");
        return incoming.channel() == Channel.EMAIL
                && !results.isEmpty()
                && AuthenticationResults.isDmarcPass(results, incoming.from(), settings.mailServers());
    }

    private boolean isFromHelpDesk(Incoming incoming) {
        return incoming.source().startsWith(API)
                && settings.helpDesks().contains(incoming.source().substring(API.length()));
    }

    private boolean isSigned(String address, String hex) {
        if (settings.widgetSecret().isEmpty()) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.widgetSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String expected = HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
            // Takes as long whether they differ early or late.
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII),
                    hex.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
