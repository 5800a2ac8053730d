package io.sallyport.api;

import io.sallyport.platform.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** At the very first start: a key, left in a file that only its owner may read. */
final class FirstApiKey implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstApiKey.class);
    private static final String NAME = "first";

    private final ApiKeys keys;
    private final SecretFile file;

    FirstApiKey(ApiKeys keys, SecretFile file) {
        this.keys = keys;
        this.file = file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!keys.isWithoutAny()) {
            return;
        }
        try {
            file.write(keys.create(NAME));
            LOG.info("the first API key was made file={}", file.path());
        } catch (IllegalArgumentException _) {
            LOG.info("another node made the first API key");
        }
    }
}
