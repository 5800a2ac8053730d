package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact.CodeTried;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepUpProofTest {

    private final IdentityKit kit = new IdentityKit();

    private Optional<CodeTried> proven(String challenge, String address) {
        var mail = new CodeMail(
                IdentityKit.CASE,
                "c",
                IdentityKit.ACCOUNT,
                IdentityKit.JO,
                kit.clock.instant().plusSeconds(600));
        return new StepUpProof(kit.verifier(), kit, kit.clock).prove(kit.challenged(mail), challenge, address);
    }

    @Test
    void aSignInWithTheAddressOnFileProvesTheCustomerForThirtyMinutes() {
        kit.form(IdentityKit.JO, "refund");
        CodeTried tried = proven("c", "Jo.Fenwick@FjordMail.example").orElseThrow();
        assertThat(tried.outcome()).isEqualTo(CodeTried.Outcome.ACCEPTED);
        assertThat(tried.proof().orElseThrow().customer()).isEqualTo(IdentityKit.ACCOUNT);
        assertThat(tried.proof().orElseThrow().until())
                .isEqualTo(kit.clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void anotherAddressOrAnotherChallengeProvesNothing() {
        kit.form(IdentityKit.JO, "refund");
        assertThat(proven("c", "evil@fjordmail.example")).isEmpty();
        assertThat(proven("c", "jo.fenwic\u212A@fjordmail.example")).isEmpty();
        assertThat(proven("d", IdentityKit.JO)).isEmpty();
        assertThat(new StepUpProof(kit.verifier(), kit, kit.clock).prove(kit.planned(), "c", IdentityKit.JO))
                .isEmpty();
    }

    @Test
    void anAccountThatIsLockedChangedLatelyOrUnreachableProvesNothing() {
        kit.form(IdentityKit.JO, "refund");
        kit.set("status", "locked");
        assertThat(proven("c", IdentityKit.JO)).isEmpty();
        kit.set("status", "active");
        kit.set("contact_changed_at", kit.clock.instant().minusSeconds(60).toString());
        assertThat(proven("c", IdentityKit.JO)).isEmpty();
        kit.account.remove("contact_changed_at");
        kit.isDown = true;
        assertThat(proven("c", IdentityKit.JO)).isEmpty();
    }
}
