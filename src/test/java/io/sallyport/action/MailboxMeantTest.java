package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that an account is changed to is a whole one of the account's own, or it is entered by a link to the one on file. */
class MailboxMeantTest {

    private static final String MATE = "first.mate@example.com";

    private final PlannerKit kit = new PlannerKit();

    private Optional<String> changedTo(String text) {
        Fact fact = kit.plan(text);
        assertThat(fact)
                .as("for “%s”", text)
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        planned -> assertThat(planned.plan().value("email")).contains(PlannerKit.MARA));
        return ((Fact.ActionPlanned) fact).plan().value("new_email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please change my e-mail address to first.mate@example.com.",
                "Please change my e-mail address to First.Mate@Example.com.",
                "Please change my e-mail address from mara@example.com to first.mate@example.com.",
                "Please change my login e-mail to the address <first.mate@example.com>, thanks.",
                "Please change my e-mail address. The new e-mail address is: first.mate@example.com",
                "Please change my e-mail address, mara@example.com -> first.mate@example.com",
            })
    void aContactOfTheAccountIsTakenWhereItStandsAsTheNewOne(String text) {
        assertThat(changedTo(text)).contains(MATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please change my e-mail address from mara@example.com to new@elsewhere.example.",
                "Please change my e-mail address from first.mate@example.com to new@elsewhere.example.",
                "Please change my e-mail address to first.mate@example.com and not to new@elsewhere.example.",
                "Please change my e-mail address to jo_first.mate@example.com.",
                "Please change my e-mail address to first.mate@example.com.evil.example.",
                "Please change my e-mail address to mara@example.com.",
                "Please change my e-mail address to MARA@example.com.",
            })
    void anAddressThatIsNobodysHereOrTheOneOnFileLeavesItToTheLink(String text) {
        assertThat(changedTo(text)).isEmpty();
    }

    /** Whatever case the records write it in. */
    @Test
    void theOneOnFileIsNoNewOne() {
        kit.books.put(
                "account",
                "acc-1",
                "email",
                PlannerKit.MARA,
                "status",
                "active",
                "contacts",
                List.of(Map.of("email", "Mara@Example.com", "role", "owner")));
        assertThat(changedTo("Please change my e-mail address to mara@example.com."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please change my e-mail address. I am the admin of this account.",
                "Please change my e-mail address, the first mate may read it: he is an example.",
                "Please change my e-mail address from first.mate@example.com.",
                "Please change my e-mail address, mail to first.mate@example.com is not read any more.",
                "Please change my e-mail address. You can write to first.mate@example.com until then.",
                "Please change my e-mail address and send the link to first.mate@example.com.",
                "Please change my e-mail address, but not to first.mate@example.com.",
            })
    void whatDoesNotStandAsTheNewAddressIsNone(String text) {
        assertThat(changedTo(text)).isEmpty();
    }
}
