package io.sallyport.connector.pager;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.connector.builtin.BuiltInTools;
import io.sallyport.gate.Permit;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PagerConfigurationTest {

    private static final DriverManagerDataSource NOWHERE = new DriverManagerDataSource();

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withBean(InstantSource.class, InstantSource::system)
            .withBean(JdbcClient.class, () -> JdbcClient.create(NOWHERE))
            .withBean(
                    BuiltInTools.class,
                    () -> BuiltInTools.of(NOWHERE, Duration.ofSeconds(1), InstantSource.system()))
            .withUserConfiguration(PagerConfiguration.class);

    private static final class OwnPager implements Pager {
        @Override
        public Delivery page(Permit permit, Errand page) {
            return new Delivery.Refused("nobody is on call");
        }

        @Override
        public LookUp lookUp(String effectId) {
            return new LookUp.Absent();
        }
    }

    @Test
    void aConnectorOfTheCompanysOwnTakesThePlaceOfTheBuiltInPager() {
        desk.withBean(OwnPager.class, OwnPager::new)
                .run(context -> assertThat(context.getBean(Pager.class)).isInstanceOf(OwnPager.class));
        desk.run(context -> assertThat(context.getBean(Pager.class)).isNotInstanceOf(OwnPager.class));
    }
}
