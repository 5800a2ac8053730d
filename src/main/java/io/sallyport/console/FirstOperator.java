package io.sallyport.console;

import io.sallyport.platform.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** At the very first start: the operator's account, its password left in a file that only its owner may read. */
final class FirstOperator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final ConsoleAccess access;
    private final SecretFile file;

    FirstOperator(ConsoleAccess access, SecretFile file) {
        this.access = access;
        this.file = file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        access.createFirst().ifPresent(password -> {
            file.write(password);
            LOG.info("the console's first account was made login={} file={}", ConsoleAccess.FIRST, file.path());
        });
    }
}
