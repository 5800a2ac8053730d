package io.sallyport.privacy;

import io.sallyport.casefile.CaseStore;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

    @Bean
    CaseMasks caseMasks(List<Finder> finders, CaseStore cases) {
        return new CaseMasks(PersonalData.with(finders), new OnFile(cases));
    }
}
