package io.sallyport.escalation;

import io.sallyport.casefile.PersonName;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who serves which human queues, by the names that people decide under. Whoever serves none sees all. May be shared between
 * threads.
 */
public final class QueueMembers {

    /** @param queues by name, at least one */
    public record Member(String person, List<String> queues) {
        public Member {
            queues = List.copyOf(queues);
        }
    }

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public QueueMembers(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** Those who serve a queue, by name. */
    public List<Member> list() {
        return jdbc.sql("""
                        SELECT person, array_agg(queue ORDER BY queue) AS queues FROM queue_member
                        GROUP BY person ORDER BY person
                        """)
                .query((row, _) -> new Member(row.getString("person"), List.of((String[])
                        row.getArray("queues").getArray())))
                .list();
    }

    /** By name; none for who sees all. */
    public List<String> queuesOf(String person) {
        return jdbc.sql("SELECT queue FROM queue_member WHERE lower(person) = ? ORDER BY queue")
                .param(PersonName.of(person).folded())
                .query((row, _) -> row.getString("queue"))
                .list();
    }

    /**
     * Says which queues a person serves from now on, instead of those before.
     *
     * @param queues names of human queues; none for who is to see all
     * @throws IllegalArgumentException when it is no person's name
     */
    public void serve(String person, Collection<String> queues) {
        String name = person.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a person's name has 1 to " + LONGEST_NAME + " characters");
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("DELETE FROM queue_member WHERE lower(person) = ?")
                    .param(PersonName.of(name).folded())
                    .update();
            queues.stream()
                    .distinct()
                    .forEach(queue -> jdbc.sql("INSERT INTO queue_member (person, queue) VALUES (?, ?)")
                            .params(name, queue)
                            .update());
        });
    }
}
