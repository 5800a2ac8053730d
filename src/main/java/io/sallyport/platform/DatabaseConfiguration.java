package io.sallyport.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.platform.postgres.Durability;
import io.sallyport.platform.postgres.EmbeddedDatabase;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The one DataSource: a named server, else the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** Longer than any statement of ours takes. */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    /** In seconds, so that a server lets go of a dead node's locks within half a minute; by default it takes two hours. */
    private static final String ASK_FOR_SIGNS_OF_LIFE =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; ";

    /** A lane's lock is held in a transaction that rests while a vendor is called; older servers know only the first. */
    private static final String LET_TRANSACTIONS_REST = "SELECT set_config(name, '0', false) FROM pg_settings"
            + " WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout')";

    /** Made only when asked for, so that with a server named none is started here. */
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedDatabase embeddedDatabase(VarDirectory var) {
        return EmbeddedDatabase.open(var.resolve("postgres"), Durability.DURABLE);
    }

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        var pool = new HikariDataSource();
        // The server's detail quotes the row, and so the customer; exceptions end up in logs.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // A peer that is gone without a word holds locks and threads until somebody asks whether it is there.
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_STATEMENT.toSeconds()));
        pool.setConnectionInitSql(ASK_FOR_SIGNS_OF_LIFE + LET_TRANSACTIONS_REST);
        pool.setPoolName("sallyport");
        pool.setMaximumPoolSize(settings.connections());
        if (settings.url() == null) {
            var server = embedded.getObject();
            pool.setJdbcUrl(server.url());
            pool.setUsername(server.user());
            pool.setPassword(server.password());
        } else {
            pool.setJdbcUrl(settings.url());
            pool.setUsername(settings.user());
            pool.setPassword(settings.password());
        }
        return pool;
    }
}
