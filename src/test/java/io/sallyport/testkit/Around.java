package io.sallyport.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands between an interface and the object behind it, and has its say at every call. */
@FunctionalInterface
public interface Around {

    /** The call itself; what it throws comes through as it was thrown. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object go() throws Throwable;
    }

    /** @return what the caller gets */
    @Nullable
    Object at(Method method, List<Object> arguments, Call call) throws Throwable;

    /** @param type the interface, under which callers know {@code inner} */
    @SuppressWarnings(
            "unchecked") // a proxy of T's own interface; the class of a generic one does not say its arguments
    static <T> T each(Class<? super T> type, T inner, Around around) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            return around.at(method, List.of(arguments), () -> go(inner, method, arguments));
        });
    }

    private static @Nullable Object go(Object inner, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
