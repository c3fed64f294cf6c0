package vn.nhip.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A database whose process ends when it wants to commit once too often. */
final class CutOff {

    private CutOff() {}

    /** The end, in the middle of things. */
    static final class Now extends RuntimeException {}

    static UnaryOperator<DataSource> after(AtomicInteger commits) {
        return real -> (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, args) -> {
                    Object result = call(real, method, args);
                    return result instanceof Connection connection ? cutting(connection, commits) : result;
                });
    }

    private static Connection cutting(Connection real, AtomicInteger commits) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    if (method.getName().equals("commit") && commits.getAndDecrement() <= 0) {
                        throw new Now();
                    }
                    return call(real, method, args);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
