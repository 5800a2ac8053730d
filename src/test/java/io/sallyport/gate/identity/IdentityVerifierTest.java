package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.SenderEvidence;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityVerifierTest {

    private final IdentityKit kit = new IdentityKit();

    private Identity assessed() {
        return kit.verifier().assess(kit.record(), IdentityKit.ACCOUNT);
    }

    @Test
    void aVouchedSenderOnFileIsMatched() {
        kit.mail(IdentityKit.JO, "Please refund my order");
        assertThat(assessed().assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(assessed().isProvable()).isTrue();
    }

    @Test
    void aSenderIsAsSureAsTheAccountThatHasTheirAddress() {
        kit.mail(IdentityKit.JO, "Where is my order?");
        assertThat(kit.verifier().ofSender(kit.record())).isEqualTo(Assurance.MATCHED);
        kit.isDown = true;
        assertThat(kit.verifier().ofSender(kit.record())).isEqualTo(Assurance.NONE);
        kit.isDown = false;
        kit.set("status", "locked");
        assertThat(kit.verifier().ofSender(kit.record())).isEqualTo(Assurance.NONE);
        kit.set("status", "active");
        kit.messages.clear();
        kit.form(IdentityKit.JO, "Where is my order?");
        assertThat(kit.verifier().ofSender(kit.record())).isEqualTo(Assurance.CLAIMED);
        kit.messages.clear();
        kit.mail("evil@fjordmail.example", "Where is my order?");
        assertThat(kit.verifier().ofSender(kit.record())).isEqualTo(Assurance.NONE);
    }

    @Test
    void anAddressTypedIntoAFormIsOnlyClaimedAndCanBeProven() {
        kit.form(IdentityKit.JO, "Please refund my order");
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(assessed().isProvable()).isTrue();
    }

    @Test
    void lettersAToZMatchInAnyCase() {
        kit.set("email", "Jo.Fenwick@FjordMail.example");
        kit.mail(IdentityKit.JO, "Hello");
        assertThat(assessed().assurance()).isEqualTo(Assurance.MATCHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Cyrillic о, Kelvin sign, dotless i, full-width j, combining mark, zero-width space
                "jo.fenwick@fj\u043Erdmail.example",
                "jo.fenwic\u212A@fjordmail.example",
                "jo.fenw\u0131ck@fjordmail.example",
                "\uFF4Ao.fenwick@fjordmail.example",
                "jo.fenwick@fjordma\u0131l.example",
                "jo.fe\u0301nwick@fjordmail.example",
                "jo.fenwick@fjord\u200Bmail.example",
                // look-alike domains, sub-addressing, dots, other mailbox
                "jo.fenwick@fjordmai1.example",
                "jo.fenwick@fjordmail.example.evil.example",
                "jo.fenwick@mail.fjordmail.example",
                "jo.fenwick@xn--fjrdmail-rbh.example",
                "jo.fenwick+refund@fjordmail.example",
                "jofenwick@fjordmail.example",
                "jo.fenwick@fjordmail.example.",
                "evil@fjordmail.example",
                ""
            })
    void aSenderThatMerelyLooksLikeTheOneOnFileIsNobody(String sender) {
        kit.mail(sender, "Please refund my order");
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
        assertThat(assessed().isProvable()).isFalse();
    }

    @Test
    void oneMessageFromSomebodyElseTakesTheWholeCaseAway() {
        kit.mail(IdentityKit.JO, "Please refund my order").mail("colleague@evil.example", "to my card, please");
        kit.proof = Optional.of(kit.proofFor(IdentityKit.ACCOUNT));
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
        assertThat(assessed().isProvable()).isFalse();
    }

    @Test
    void oneMessageThatNobodyVouchesForLowersTheCase() {
        kit.mail(IdentityKit.JO, "Hello").form(IdentityKit.JO, "refund everything");
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
    }

    @Test
    void evidenceForAnotherAddressIsNone() {
        kit.write(
                IdentityKit.JO,
                "refund",
                Optional.of(new SenderEvidence(SenderEvidence.Kind.SESSION, "other@fjordmail.example")));
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
    }

    @Test
    void theCustomersPageIsAsGoodAsTheMessageThatOpenedTheCase() {
        var link = Optional.of(new SenderEvidence(SenderEvidence.Kind.LINK, IdentityKit.JO));
        kit.form(IdentityKit.JO, "Hello").write(IdentityKit.JO, "refund", link);
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);

        kit.messages.clear();
        kit.mail(IdentityKit.JO, "Hello").write(IdentityKit.JO, "refund", link);
        assertThat(assessed().assurance()).isEqualTo(Assurance.MATCHED);

        kit.messages.clear();
        kit.write(IdentityKit.JO, "refund", link);
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
    }

    @Test
    void aProofHoldsForItsAccountAndThirtyMinutes() {
        kit.form(IdentityKit.JO, "Please refund my order");
        kit.proof = Optional.of(kit.proofFor(IdentityKit.ACCOUNT));
        assertThat(assessed().assurance()).isEqualTo(Assurance.PROVEN);
        kit.clock.tick(Duration.ofMinutes(30).minusMillis(1));
        assertThat(assessed().assurance()).isEqualTo(Assurance.PROVEN);
        kit.clock.tick(Duration.ofMillis(1));
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
    }

    @Test
    void aProofOfAnotherAccountOrOfTheFutureOrTooLongProvesNothing() {
        kit.form(IdentityKit.JO, "Please refund my order");
        kit.proof = Optional.of(kit.proofFor("acc-2"));
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);

        kit.proof = Optional.of(kit.proofFor(IdentityKit.ACCOUNT));
        kit.clock.tick(Duration.ofMinutes(-1));
        assertThat(assessed().assurance()).as("the clock was set back").isEqualTo(Assurance.CLAIMED);

        Proof long_ = new Proof(
                IdentityKit.ACCOUNT,
                "x",
                kit.clock.instant(),
                kit.clock.instant().plusSeconds(3600));
        kit.proof = Optional.of(long_);
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
    }

    @Test
    void aContactChangedLatelyIsAtMostClaimedEvenWithAProofAndCannotBeProven() {
        kit.mail(IdentityKit.JO, "Please refund my order");
        kit.proof = Optional.of(kit.proofFor(IdentityKit.ACCOUNT));
        kit.set(
                "contact_changed_at",
                kit.clock.instant().minus(IdentityKit.REST).plusSeconds(1).toString());
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(assessed().isProvable()).isFalse();

        kit.set("contact_changed_at", kit.clock.instant().plusSeconds(86_400).toString());
        assertThat(assessed().assurance()).as("changed in the future").isEqualTo(Assurance.CLAIMED);

        kit.set(
                "contact_changed_at",
                kit.clock.instant().minus(IdentityKit.REST).toString());
        assertThat(assessed().assurance()).isEqualTo(Assurance.PROVEN);
    }

    @Test
    void anAddressThatWasNeverVerifiedIsAtMostClaimed() {
        kit.mail(IdentityKit.JO, "Please refund my order");
        kit.account.put("email_verified", new FieldValue.Flag(false));
        assertThat(assessed().assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(assessed().isProvable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "closed", "suspended", ""})
    void anAccountThatIsNotActiveIsNobodys(String status) {
        kit.mail(IdentityKit.JO, "Please refund my order");
        kit.proof = Optional.of(kit.proofFor(IdentityKit.ACCOUNT));
        kit.set("status", status);
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
        assertThat(assessed().isProvable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "status", "email_verified"})
    void aMissingFieldIsAStop(String field) {
        kit.mail(IdentityKit.JO, "Please refund my order");
        kit.account.remove(field);
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
        assertThat(assessed().isProvable()).isFalse();
    }

    @Test
    void aFieldOfTheWrongKindIsAStop() {
        kit.mail(IdentityKit.JO, "Please refund my order");
        kit.account.put("email_verified", new FieldValue.Text("true"));
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
        kit.account.put("email_verified", new FieldValue.Flag(true));
        kit.set("contact_changed_at", "last week");
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
    }

    @Test
    void twoAccountsWithOneAddressAreAStop() {
        kit.mail(IdentityKit.JO, "Please refund my order");
        kit.accountOfAddress = "acc-2";
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
    }

    @Test
    void anAccountThatDoesNotExistOrACrmThatIsDownIsAStop() {
        kit.mail(IdentityKit.JO, "Please refund my order");
        assertThat(kit.verifier().assess(kit.record(), "acc-9").assurance()).isEqualTo(Assurance.NONE);
        kit.isDown = true;
        assertThat(assessed().assurance()).isEqualTo(Assurance.NONE);
        assertThat(assessed().isProvable()).isFalse();
    }

    @Test
    void reasonsNameNoAddress() {
        kit.mail(IdentityKit.JO, "Hello").mail("someone@evil.example", "Hello");
        assertThat(assessed().because()).doesNotContain("@");
    }
}
