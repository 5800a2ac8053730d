package io.sallyport.model.spending;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells once a day that a day's or a lane's money is spent. In a thread of its own: stopping a lane waits for whoever is at
 * its door, and that may be who asks.
 */
final class SpentAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(SpentAlarm.class);

    private final JdbcClient jdbc;
    private final OverBudget told;
    private final Executor executor;
    private final Set<String> raised = ConcurrentHashMap.newKeySet();

    SpentAlarm(JdbcClient jdbc, OverBudget told, Executor executor) {
        this.jdbc = jdbc;
        this.told = told;
        this.executor = executor;
    }

    void raise(Scope scope) {
        if (!scope.lanes().isEmpty() && raised.add(scope.key())) {
            executor.execute(() -> tell(scope));
        }
    }

    /** Told before it is written down: told twice does less harm than never. */
    private void tell(Scope scope) {
        var isTold = false;
        try {
            if (!isAlarmed(scope)) {
                LOG.warn("a budget is spent, lanes go to draft lanes={} budget={}", scope.lanes(), scope.what());
                told.spent(scope.lanes(), scope.what());
                jdbc.sql("""
                        INSERT INTO model_budget (scope, most, alarmed) VALUES (?, ?, true)
                        ON CONFLICT (scope) DO UPDATE SET alarmed = true
                        """).params(scope.key(), scope.most().micros()).update();
            }
            isTold = true;
        } finally {
            if (!isTold) {
                LOG.error("lanes could not be moved to draft though their budget is spent budget={}", scope.what());
                raised.remove(scope.key());
            }
        }
    }

    private boolean isAlarmed(Scope scope) {
        return jdbc.sql("SELECT alarmed FROM model_budget WHERE scope = ?")
                .param(scope.key())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
