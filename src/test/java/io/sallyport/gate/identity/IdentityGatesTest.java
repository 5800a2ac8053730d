package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Remedy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityGatesTest {

    private final IdentityKit kit = new IdentityKit();

    private Verdict judged(Assurance needed) {
        return new IdentityGate(kit.verifier(), _ -> Optional.of(needed)).judge(kit.planned(), kit.plan());
    }

    private static Optional<Remedy> remedy(Verdict verdict) {
        return verdict instanceof Verdict.Stop stop ? stop.remedy() : Optional.empty();
    }

    @Test
    void passesWhatIsSureEnough() {
        kit.mail(IdentityKit.JO, "refund");
        assertThat(judged(Assurance.MATCHED).isPass()).isTrue();
        assertThat(judged(Assurance.CLAIMED).isPass()).isTrue();
    }

    @Test
    void asksForProofWhereProofWouldHelp() {
        kit.mail(IdentityKit.JO, "refund");
        assertThat(judged(Assurance.PROVEN).isPass()).isFalse();
        assertThat(remedy(judged(Assurance.PROVEN))).contains(Remedy.PROOF);
    }

    @Test
    void leavesToAPersonWhatNoProofHelps() {
        kit.mail("jo@evil.example", "refund");
        assertThat(judged(Assurance.MATCHED).isPass()).isFalse();
        assertThat(remedy(judged(Assurance.MATCHED))).isEmpty();
    }

    @Test
    void nobodyPassesEvenWhereNothingIsNeeded() {
        kit.mail("jo@evil.example", "refund");
        assertThat(judged(Assurance.NONE).isPass()).isFalse();
    }

    @Test
    void stopsAnActionThatTheCatalogueDoesNotHave() {
        kit.mail(IdentityKit.JO, "refund");
        var gate = new IdentityGate(kit.verifier(), _ -> Optional.empty());
        Verdict verdict = gate.judge(kit.planned(), kit.plan());
        assertThat(verdict.isPass()).isFalse();
        assertThat(remedy(verdict)).isEmpty();
    }

    @Test
    void stopsAPlanOfAnotherCase() {
        kit.mail(IdentityKit.JO, "refund");
        var record = kit.planned();
        kit.caseId = new CaseId("SP-ABCDEFGHJK");
        var gate = new IdentityGate(kit.verifier(), _ -> Optional.of(Assurance.CLAIMED));
        assertThat(gate.judge(record, kit.plan()).isPass()).isFalse();
    }

    @Test
    void aCodeGoesToTheAddressOnFileAndNowhereElse() {
        kit.form(IdentityKit.JO, "refund");
        assertThat(judged(mail(IdentityKit.JO)).isPass()).isTrue();
        assertThat(judged(mail("jo.new@fjordmail.example")).isPass()).isFalse();
        assertThat(judged(mail("jo.fenwick@fj\u043Erdmail.example")).isPass()).isFalse();
    }

    @Test
    void aCodeDoesNotGoOutOnceTheAddressHasChangedOrTheAccountIsLockedOrTheCrmIsDown() {
        kit.form(IdentityKit.JO, "refund");
        CodeMail mail = mail(IdentityKit.JO);
        kit.set("status", "locked");
        assertThat(judged(mail).isPass()).isFalse();
        kit.set("status", "active");
        kit.set("email", "jo.new@fjordmail.example");
        assertThat(judged(mail).isPass()).isFalse();
        kit.set("email", IdentityKit.JO);
        assertThat(judged(mail).isPass()).isTrue();
        kit.isDown = true;
        assertThat(judged(mail).isPass()).isFalse();
    }

    @Test
    void aCodeThatExpiredOrHoldsTooLongOrIsAnotherCasesOrCustomersDoesNotGoOut() {
        kit.form(IdentityKit.JO, "refund");
        CodeMail mail = mail(IdentityKit.JO);
        var other = new CodeMail(new CaseId("SP-ABCDEFGHJK"), "c", IdentityKit.ACCOUNT, IdentityKit.JO, mail.expires());
        assertThat(judged(other).isPass()).isFalse();
        assertThat(judged(new CodeMail(IdentityKit.CASE, "c", "acc-2", IdentityKit.JO, mail.expires()))
                        .isPass())
                .isFalse();
        kit.clock.tick(Duration.ofMinutes(-1));
        assertThat(judged(mail).isPass()).isFalse();
        kit.clock.tick(Duration.ofMinutes(11));
        assertThat(judged(mail).isPass()).isFalse();
    }

    private CodeMail mail(String address) {
        return new CodeMail(
                IdentityKit.CASE,
                "c",
                IdentityKit.ACCOUNT,
                address,
                kit.clock.instant().plus(Duration.ofMinutes(10)));
    }

    private Verdict judged(CodeMail mail) {
        return new AddressOnFileGate(kit.verifier(), kit, kit.clock).judge(kit.planned(), mail);
    }
}
