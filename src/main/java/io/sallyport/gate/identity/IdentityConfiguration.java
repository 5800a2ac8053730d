package io.sallyport.gate.identity;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.gate.Gate;
import io.sallyport.gate.LeastAssurance;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.platform.SecretFile;
import io.sallyport.platform.VarDirectory;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

    /** Beside the console's first password, readable by its owner only. */
    private static final String KEY_FILE = "one-time-code-key.txt";

    @Bean
    IdentityVerifier identityVerifier(
            ObjectProvider<BusinessRecords> records, IdentitySettings settings, InstantSource clock) {
        return new IdentityVerifier(orNone(records), settings.contactRest(), clock);
    }

    @Bean
    SenderAssurance senderAssurance(IdentityVerifier verifier) {
        return verifier::ofSender;
    }

    @Bean
    Gate<ActionPlan> identityGate(IdentityVerifier verifier, ObjectProvider<LeastAssurance> least) {
        return new IdentityGate(verifier, least.getIfAvailable(() -> _ -> Optional.empty()));
    }

    @Bean
    Gate<CodeMail> addressOnFileGate(
            IdentityVerifier verifier, ObjectProvider<BusinessRecords> records, InstantSource clock) {
        return new AddressOnFileGate(verifier, orNone(records), clock);
    }

    @Bean
    StepUpProof stepUpProof(IdentityVerifier verifier, ObjectProvider<BusinessRecords> records, InstantSource clock) {
        return new StepUpProof(verifier, orNone(records), clock);
    }

    @Bean
    OneTimeCodes oneTimeCodes(
            DataSource dataSource,
            IdentityVerifier verifier,
            ObjectProvider<BusinessRecords> records,
            IdentitySettings settings,
            VarDirectory var,
            InstantSource clock) {
        return new PostgresOneTimeCodes(
                new CodeRows(JdbcClient.create(dataSource)),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                verifier,
                orNone(records),
                new CodeKey(secret(settings, new SecretFile(var.resolve(KEY_FILE)))),
                settings.codesPerAddress(),
                clock);
    }

    private static String secret(IdentitySettings settings, SecretFile file) {
        if (!settings.codeKey().isEmpty()) {
            return settings.codeKey();
        }
        if (file.find().isEmpty()) {
            file.write(CodeKey.randomSecret());
        }
        return file.find().orElseThrow();
    }

    private static BusinessRecords orNone(ObjectProvider<BusinessRecords> records) {
        return records.getIfAvailable(NotConnected::new);
    }

    /** Without a business system nobody is known, and nothing passes. */
    private static final class NotConnected implements BusinessRecords {

        @Override
        public Optional<BusinessRecord> find(String kind, String id) {
            throw unreachable();
        }

        @Override
        public List<BusinessRecord> of(String kind, String customer) {
            throw unreachable();
        }

        @Override
        public Optional<BusinessRecord> findAccount(String address) {
            throw unreachable();
        }

        private static Unreachable unreachable() {
            return new Unreachable("the CRM", "none is connected");
        }
    }
}
