package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Every person of the desk has an account of their own, and only one. */
@Tag("database")
class ConsoleAccessTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final ConsoleAccess access = new ConsoleAccess(database.jdbc(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSecondPersonGetsAnAccountBesideTheFirst() {
        String first = access.resetPassword();
        String second = access.resetPassword("Ines");

        assertThat(access.check("ines", second)).isPresent();
        assertThat(access.check("ines", first)).isEmpty();
        assertThat(access.check(ConsoleAccess.FIRST, first)).isPresent();
        assertThat(access.logins()).containsExactly("ines", "operator");
    }

    @Test
    void anotherWayOfWritingTheNameIsTheSameAccountAndTheSamePerson() {
        String old = access.resetPassword("Ines");
        String password = access.resetPassword(" INES ");

        assertThat(access.check("ines", old)).isEmpty();
        assertThat(access.logins()).containsExactly("ines");
        assertThat(access.hasAccount("iNes")).isTrue();
        assertThat(access.check("iNes ", password)).isPresent();
        var signedIn = new OperatorLogin(access, new LoginTries(database.jdbc(), clock))
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated("Ines", password));
        assertThat(signedIn.getName()).isEqualTo("ines");
    }

    @Test
    void whatIsNoNameGetsNoAccount() {
        for (String wrong : new String[] {"", " ", "-x", "a\nb", "x".repeat(101)}) {
            assertThatThrownBy(() -> access.resetPassword(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no login");
        }
        assertThat(access.logins()).isEmpty();
    }

    @Test
    void anAccountIsRemovedUnlessItIsTheLast() {
        String password = access.resetPassword("Ines");
        access.resetPassword("tomek");
        access.remove(" INES ");
        assertThat(access.check("ines", password)).isEmpty();
        assertThat(access.logins()).containsExactly("tomek");
        assertThatThrownBy(() -> access.remove("tomek"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is the last account");
        assertThatThrownBy(() -> access.remove("nobody")).hasMessageContaining("nobody signs in");
        assertThat(access.logins()).containsExactly("tomek");
    }

    @Test
    void theFirstAccountDoesNotComeBackOnceItWasRemoved() {
        assertThat(access.createFirst()).isPresent();
        access.resetPassword("Ines");
        access.remove(ConsoleAccess.FIRST);
        assertThat(access.createFirst()).isEmpty();
        assertThat(access.logins()).containsExactly("ines");
    }

    @Test
    void aNameThatNoDatabaseTakesIsAWrongOne() {
        String password = access.resetPassword("Ines");
        assertThat(access.check("in\0es", password)).isEmpty();
        assertThat(access.check("ines", password + "\0")).isEmpty();
        assertThat(access.findStamp("\0")).isEmpty();
    }
}
