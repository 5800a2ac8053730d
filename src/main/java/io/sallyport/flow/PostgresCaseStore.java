package io.sallyport.flow;

import io.sallyport.audit.CaseJson;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases in PostgreSQL: events appended under the version fence, heads beside them, wake-ups with them. */
final class PostgresCaseStore implements CaseStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final WakeUps wakeUps;
    private final InstantSource clock;

    PostgresCaseStore(JdbcClient jdbc, TransactionTemplate transaction, WakeUps wakeUps, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @Override
    public Opening open(Actor actor, Fact.TicketOpened opening) {
        return transaction.execute(_ -> {
            CaseId id = CaseId.random();
            Written opened = written(id, 0, ChainHash.GENESIS, new Entry(actor, opening));
            CaseRecord record = CaseRecord.fold(List.of(opened.event()));
            if (!HeadRow.insert(jdbc, record, opened.event())) {
                var ticket = opening.ticket();
                return new Opening(
                        load(findByTicket(ticket.source(), ticket.externalId()).orElseThrow()), false);
            }
            insert(opened);
            insertMessage(id, opening.first());
            wakeUps.wakeNow(record);
            return new Opening(record, true);
        });
    }

    @Override
    public CaseRecord append(CaseRecord current, List<Entry> entries) {
        return transaction.execute(_ -> {
            CaseRecord record = appendUnderFence(current, entries);
            wakeUps.wakeNow(record);
            return record;
        });
    }

    @Override
    public CaseRecord appendAtWork(CaseRecord current, List<Entry> entries) {
        return transaction.execute(_ -> appendUnderFence(current, entries));
    }

    /** Cases are locked in the order of their ids, so that two who merge crosswise wait for one another only once. */
    @Override
    public List<CaseRecord> appendAll(List<Addition> additions) {
        return transaction.execute(_ -> additions.stream()
                .sorted(Comparator.comparing(
                        (Addition addition) -> addition.current().id().value()))
                .map(addition -> appendUnderFence(addition.current(), addition.entries()))
                .peek(wakeUps::wakeNow)
                .toList());
    }

    private CaseRecord appendUnderFence(CaseRecord current, List<Entry> entries) {
        String lastHash = HeadRow.lockedHash(jdbc, current.id(), current.version())
                .orElseThrow(() -> new CaseMoved(current.id(), current.version()));
        CaseRecord record = current;
        CaseEvent last = null;
        for (Entry entry : entries) {
            Written next = written(record.id(), record.version(), last == null ? lastHash : last.hash(), entry);
            record = record.after(next.event());
            insert(next);
            if (entry.fact() instanceof Fact.MessageReceived(Message message)) {
                insertMessage(record.id(), message);
            }
            if (entry.fact() instanceof Fact.EffectSettled(String effectId, var _)) {
                insertMessageId(record.id(), effectId);
                IssueRow.write(jdbc, record, next.event().at());
            }
            last = next.event();
        }
        if (last != null) {
            HeadRow.update(jdbc, record, last);
        }
        return record;
    }

    /** @param body the fact as the chain has hashed it and the table keeps it */
    private record Written(CaseEvent event, String body) {}

    private Written written(CaseId id, long version, String previousHash, Entry entry) {
        // PostgreSQL keeps microseconds; the hash is over the time that is kept.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String body = CaseJson.body(entry.fact());
        var open = new CaseEvent(id, version + 1, now, entry.actor(), entry.fact(), previousHash, "");
        String hash = CaseJson.hash(open, body);
        return new Written(new CaseEvent(id, version + 1, now, entry.actor(), entry.fact(), previousHash, hash), body);
    }

    private void insert(Written written) {
        CaseEvent event = written.event();
        jdbc.sql("""
                INSERT INTO case_event (case_id, seq, at, actor_kind, actor, kind, body, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        event.caseId().value(),
                        event.seq(),
                        Timestamp.from(event.at()),
                        event.actor().kind().name(),
                        event.actor().name(),
                        CaseJson.kind(event.fact()),
                        written.body(),
                        event.previousHash(),
                        event.hash())
                .update();
    }

    private void insertMessage(CaseId id, Message message) {
        insertMessageId(id, message.id());
    }

    private void insertMessageId(CaseId id, String messageId) {
        jdbc.sql("INSERT INTO case_message (message_id, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(messageId, id.value())
                .update();
    }

    @Override
    public Optional<CaseRecord> find(CaseId id) {
        List<CaseEvent> events = events(id);
        return events.isEmpty() ? Optional.empty() : Optional.of(CaseRecord.fold(events));
    }

    /** Events are only ever appended: of one version there is one record. */
    @Override
    public CaseRecord reread(CaseRecord seen) {
        return HeadRow.isAt(jdbc, seen.id(), seen.version()) ? seen : load(seen.id());
    }

    @Override
    public List<CaseEvent> events(CaseId id) {
        return jdbc.sql("SELECT * FROM case_event WHERE case_id = ? ORDER BY seq")
                .param(id.value())
                .query(PostgresCaseStore::event)
                .list();
    }

    private static CaseEvent event(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                new CaseId(row.getString("case_id")),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                CaseJson.fact(row.getString("kind"), row.getString("body")),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    @Override
    public Optional<CaseId> findByTicket(String source, String externalId) {
        return findOne("SELECT case_id FROM case_head WHERE source = ? AND external_id = ?", source, externalId);
    }

    @Override
    public Optional<CaseId> findByLink(String link) {
        return findOne("SELECT case_id FROM case_head WHERE link = ?", link);
    }

    @Override
    public Optional<CaseId> findByMessage(String messageId) {
        return findOne("""
                SELECT m.case_id FROM case_message m JOIN case_head h USING (case_id)
                WHERE m.message_id = ? ORDER BY h.updated_at DESC LIMIT 1
                """, messageId);
    }

    private Optional<CaseId> findOne(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).optional().map(CaseId::new);
    }

    @Override
    public List<Summary> list(Query query) {
        var sql = new StringBuilder("SELECT * FROM case_head WHERE true");
        List<Object> params = new ArrayList<>();
        if (!query.standing().isBlank()) {
            sql.append(" AND standing = ?");
            params.add(query.standing());
        }
        if (!query.customer().isBlank()) {
            sql.append(" AND customer = ?");
            params.add(query.customer());
        }
        if (query.onlyAwaitingDecision()) {
            sql.append(" AND awaiting");
        }
        sql.append(" ORDER BY updated_at DESC, case_id LIMIT ?");
        params.add(query.limit());
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, _) -> HeadRow.summary(row))
                .list();
    }
}
