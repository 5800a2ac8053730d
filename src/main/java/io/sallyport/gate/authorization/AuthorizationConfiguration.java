package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.Undo;
import io.sallyport.gate.DeclaredActions;
import io.sallyport.gate.Gate;
import io.sallyport.gate.identity.IdentityVerifier;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class AuthorizationConfiguration {

    /** @throws PolicyFault when the policies cannot be used: the desk does not start without them */
    @Bean
    CedarEngine policies(PolicySettings settings) {
        return ShippedPolicies.orThoseIn(settings.dir());
    }

    @Bean
    DeclaredActions declaredActions(CedarEngine policies) {
        return new SchemaActions(policies);
    }

    @Bean
    PostgresReservations reservations(DataSource dataSource, InstantSource clock) {
        return new PostgresReservations(dataSource, clock);
    }

    @Bean
    DeskRoles deskRoles(DataSource dataSource, InstantSource clock) {
        return new DeskRoles(dataSource, clock);
    }

    @Bean
    Authorizer authorizer(
            CedarEngine policies,
            ObjectProvider<BusinessRecords> records,
            PostgresReservations reservations,
            IdentityVerifier identity,
            DeskRoles roles,
            PolicySettings settings,
            InstantSource clock) {
        return new Authorizer(
                policies,
                records.getIfAvailable(NoRecords::new),
                reservations,
                (record, customer) -> identity.assess(record, customer).assurance(),
                roles::of,
                settings.currency(),
                clock);
    }

    @Bean
    Explainer explainer(
            CedarEngine policies, Authorizer authorizer, ObjectProvider<BusinessRecords> records, InstantSource clock) {
        return new Explainer(policies, authorizer, records.getIfAvailable(NoRecords::new), clock);
    }

    @Bean
    Gate<ActionPlan> authorizationGate(CedarEngine policies, Authorizer authorizer) {
        return new AuthorizationGate(policies, authorizer);
    }

    @Bean
    Gate<Undo> undoGate(CedarEngine policies, DeskRoles roles, PolicySettings settings) {
        return new UndoGate(policies, roles, settings.currency());
    }
}
