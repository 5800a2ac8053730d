package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.gate.OneTimeCodes.Issue;
import io.sallyport.testkit.TestDatabase;
import java.util.List;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time codes on a database of their own, and a customer who asks for them and replies. */
final class CodeDesk implements AutoCloseable {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    final TestDatabase database = TestDatabase.fresh();
    final IdentityKit kit = new IdentityKit();
    final PostgresOneTimeCodes codes = node();

    PostgresOneTimeCodes node() {
        return node(new CodeRows(database.jdbc(), kit.clock), kit);
    }

    /** Whose own clock is that of the kit. */
    PostgresOneTimeCodes node(CodeRows rows, IdentityKit kit) {
        return new PostgresOneTimeCodes(
                rows,
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
                kit.verifier(),
                kit,
                new CodeKey(KEY),
                5,
                kit.clock);
    }

    @Override
    public void close() {
        database.close();
    }

    Issue.Issued issued() {
        if (kit.messages.isEmpty()) {
            kit.form(IdentityKit.JO, "Please refund my order");
        }
        return (Issue.Issued) codes.issue(kit.planned(), kit.plan());
    }

    CodeTried reply(CodeMail mail, String text) {
        kit.form(IdentityKit.JO, text);
        return attempt(mail);
    }

    /** The newest message alone. */
    CodeTried attempt(CodeMail mail) {
        List<CodeTried> tried = codes.attempt(kit.challenged(mail));
        assertThat(tried).hasSize(1);
        return tried.getFirst();
    }

    static String otherThan(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
