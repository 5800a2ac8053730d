package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.console.ConsoleAccess.Entry;
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
    private final ConsoleAccess access = new ConsoleAccess(database.jdbc(), new SettableClock(DeskKit.MONDAY_MORNING));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSecondPersonGetsAnAccountBesideTheFirst() {
        String first = access.resetPassword();
        String second = access.resetPassword("Ines");

        assertThat(access.check("ines", second)).isEqualTo(Entry.OPEN);
        assertThat(access.check("ines", first)).isEqualTo(Entry.WRONG);
        assertThat(access.check(ConsoleAccess.FIRST, first)).isEqualTo(Entry.OPEN);
        assertThat(access.logins()).containsExactly("ines", "operator");
    }

    @Test
    void anotherWayOfWritingTheNameIsTheSameAccountAndTheSamePerson() {
        String old = access.resetPassword("Ines");
        String password = access.resetPassword(" INES ");

        assertThat(access.check("ines", old)).isEqualTo(Entry.WRONG);
        assertThat(access.logins()).containsExactly("ines");
        assertThat(access.hasAccount("iNes")).isTrue();
        assertThat(access.check("iNes ", password)).isEqualTo(Entry.OPEN);
        var signedIn = new OperatorLogin(access)
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
}
