package io.sallyport.platform.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** The stack trace of a log line, its messages masked. Named in logback.xml. */
public final class MaskedStackTrace extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return PersonalData.masked(super.throwableProxyToString(thrown));
    }
}
