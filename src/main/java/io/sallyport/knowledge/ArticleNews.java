package io.sallyport.knowledge;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears on PostgreSQL's channel that articles changed, on whatever node, and brings this node's index level. Keeps one
 * database connection; when that breaks, opens another and looks for what it missed meanwhile.
 */
final class ArticleNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleNews.class);

    /** How long one wait for news lasts, and so how long a stop may take. */
    private static final int WAIT_MILLIS = 500;

    /** So that a node looks for itself about once a minute. */
    private static final int WAITS_BETWEEN_LOOKS = 120;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final DataSource database;
    private final Runnable refresh;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "knowledge-news");

    ArticleNews(DataSource database, Runnable refresh) {
        this.database = database;
        this.refresh = refresh;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns once changes made from now on will be heard; false when that took longer. */
    boolean awaitListening(Duration longest) throws InterruptedException {
        return listening.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try {
                listen();
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: a node that stopped listening would go on answering from old articles.
                LOG.warn("Cannot hear about changed articles, trying again why={}", e.getMessage());
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        try (var connection = database.getConnection()) {
            try {
                listen(connection);
            } finally {
                // Nobody else may get it from the pool: it would go on listening, or is broken without the pool
                // knowing.
                database.unwrap(HikariDataSource.class).evictConnection(connection);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + PostgresArticleStore.CHANNEL);
        }
        listening.countDown();
        refresh.run();
        var news = connection.unwrap(PGConnection.class);
        for (int waits = 1; stopped.getCount() > 0; waits++) {
            boolean isTold = news.getNotifications(WAIT_MILLIS).length > 0;
            if (isTold || waits % WAITS_BETWEEN_LOOKS == 0) {
                refresh.run();
            }
            if (waits % WAITS_BETWEEN_LOOKS == 0) {
                ask(connection);
            }
        }
    }

    /** A connection whose other end is gone is silent, as one is on which nothing happens. */
    private static void ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void pause() {
        try {
            if (stopped.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped while waiting to try again");
            }
        } catch (InterruptedException _) {
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(10L * WAIT_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
