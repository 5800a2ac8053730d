package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseStore;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.StepUp;
import io.sallyport.platform.SecretFile;
import io.sallyport.platform.VarDirectory;
import io.sallyport.platform.web.PageHeaders;
import io.sallyport.platform.web.PublicAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    /** What a desk has when its sandbox is on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sallyport.sandbox.enabled", matchIfMissing = true)
    static class Enabled {

        @Bean
        Sandbox sandbox(DataSource dataSource, SandboxSettings settings, InstantSource clock) {
            return Sandbox.of(dataSource, settings.patience(), clock);
        }

        @Bean
        BusinessRecords sandboxRecords(Sandbox sandbox) {
            return sandbox.records();
        }

        @Bean
        ActionPort sandboxActions(Sandbox sandbox, SandboxSettings settings) {
            URI elsewhere = settings.url();
            return elsewhere == null ? sandbox.actions() : sandbox.actionsAt(elsewhere, new SandboxKey(settings.key()));
        }

        @Bean
        @ConditionalOnWebApplication
        SandboxKey sandboxKey(SandboxSettings settings, VarDirectory var) {
            return SandboxKey.of(settings.key(), new SecretFile(var.resolve(SandboxKey.FILE)));
        }

        /** No cookie opens this door. */
        @Bean
        @Order(15)
        @ConditionalOnWebApplication
        SecurityFilterChain sandboxDoor(HttpSecurity http, SandboxKey key) {
            return http.securityMatcher("/sandbox", "/sandbox/**")
                    .headers(new PageHeaders())
                    .csrf(CsrfConfigurer::disable)
                    .requestCache(cache -> cache.disable())
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .addFilterBefore(new KeyHoldersHere(key), AnonymousAuthenticationFilter.class)
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        CodeChannel sandboxCodes(
                Sandbox sandbox,
                ObjectProvider<CaseStore> cases,
                ObjectProvider<PublicAddress> address,
                ObjectProvider<StepUp> signIn) {
            CaseStore found = cases.getIfAvailable();
            return found == null
                    ? sandbox.codes()
                    : sandbox.codes(new CasePages(
                            found, Optional.ofNullable(address.getIfAvailable()), signIn.getIfAvailable() != null));
        }
    }
}
