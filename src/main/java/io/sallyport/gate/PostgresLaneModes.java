package io.sallyport.gate;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lane modes in the database. Whoever is at a door holds a shared advisory lock for as long; the switch takes it
 * exclusively, so it waits for those at the door and keeps out those who come after.
 */
public final class PostgresLaneModes implements LaneModes {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLaneModes.class);

    /** Any constants of our own: they keep our advisory locks apart from others in the same database. */
    private static final int LANE_LOCK_SPACE = 0x5A11;

    private static final int CASE_LOCK_SPACE = 0x5A12;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Semaphore doors;

    /**
     * @param doors how many may be at a door at once on this node: each holds one connection and needs a second, so at
     *     most half the pool
     */
    public PostgresLaneModes(DataSource dataSource, TransactionTemplate transaction, InstantSource clock, int doors) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = transaction;
        this.clock = clock;
        this.doors = new Semaphore(doors);
    }

    @Override
    public LaneMode mode(Lane lane) {
        return LaneMode.valueOf(jdbc.sql("SELECT mode FROM lane WHERE name = ?")
                .param(lane.label())
                .query(String.class)
                .single()
                .toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<Lane, LaneMode> all() {
        var modes = new EnumMap<Lane, LaneMode>(Lane.class);
        for (Lane lane : Lane.values()) {
            modes.put(lane, mode(lane));
        }
        return modes;
    }

    @Override
    public void set(Lane lane, LaneMode mode, String by) {
        transaction.executeWithoutResult(_ -> {
            lock(lane);
            write(lane, mode, by);
        });
    }

    @Override
    public boolean move(Lane lane, LaneMode from, LaneMode to, String by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            lock(lane);
            boolean isStill = mode(lane) == from;
            if (isStill) {
                write(lane, to, by);
            }
            return isStill;
        }));
    }

    private void lock(Lane lane) {
        jdbc.sql("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(?, ?)) AS held")
                .params(LANE_LOCK_SPACE, lane.label().hashCode())
                .query(Long.class)
                .single();
    }

    private void write(Lane lane, LaneMode mode, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("UPDATE lane SET mode = ?, changed_at = ?, changed_by = ? WHERE name = ?")
                .params(mode.label(), now, by, lane.label())
                .update();
        jdbc.sql("INSERT INTO lane_change (name, mode, at, by) VALUES (?, ?, ?, ?)")
                .params(lane.label(), mode.label(), now, by)
                .update();
    }

    /** The lock lives on a connection of its own: what the action writes commits as it goes, not when the door closes. */
    @Override
    public <T> T atTheDoor(Lane lane, CaseId caseId, Function<LaneMode, T> action) {
        doors.acquireUninterruptibly();
        try (Connection held = dataSource.getConnection()) {
            held.setAutoCommit(false);
            try {
                lock(
                        held,
                        "SELECT pg_advisory_xact_lock(?, ?)",
                        CASE_LOCK_SPACE,
                        caseId.value().hashCode());
                lock(
                        held,
                        "SELECT pg_advisory_xact_lock_shared(?, ?)",
                        LANE_LOCK_SPACE,
                        lane.label().hashCode());
                return action.apply(readMode(held, lane));
            } finally {
                letGo(held, lane);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("could not take the lock of lane " + lane.label(), broken);
        } finally {
            doors.release();
        }
    }

    /** What was done at the door counts; the locks of a connection that is gone are gone with it. */
    private static void letGo(Connection held, Lane lane) {
        try {
            held.rollback();
        } catch (SQLException gone) {
            LOG.warn("the door's connection was gone when it closed lane={} cause={}", lane.label(), gone.toString());
        }
    }

    private static void lock(Connection held, String sql, int space, int key) throws SQLException {
        try (PreparedStatement lock = held.prepareStatement(sql)) {
            lock.setInt(1, space);
            lock.setInt(2, key);
            lock.execute();
        }
    }

    private static LaneMode readMode(Connection held, Lane lane) throws SQLException {
        try (PreparedStatement read = held.prepareStatement("SELECT mode FROM lane WHERE name = ?")) {
            read.setString(1, lane.label());
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no lane " + lane.label() + " in the database");
                }
                return LaneMode.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
            }
        }
    }
}
