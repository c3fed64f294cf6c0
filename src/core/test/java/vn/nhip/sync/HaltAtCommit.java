package vn.nhip.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Ends the process on the spot, just before or just after its n-th commit. */
final class HaltAtCommit implements UnaryOperator<DataSource> {

    static final int HALTED = 77;

    private final int haltAt;
    private final boolean before;
    private final AtomicInteger commits = new AtomicInteger();

    HaltAtCommit(int haltAt, boolean before) {
        this.haltAt = haltAt;
        this.before = before;
    }

    int commits() {
        return commits.get();
    }

    @Override
    public DataSource apply(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, args) -> {
                    Object result = call(real, method, args);
                    return result instanceof Connection connection ? halting(connection) : result;
                });
    }

    private Connection halting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    boolean commit = method.getName().equals("commit");
                    boolean last = commit && commits.incrementAndGet() == haltAt;
                    if (last && before) {
                        Runtime.getRuntime().halt(HALTED);
                    }
                    Object result = call(real, method, args);
                    if (last) {
                        Runtime.getRuntime().halt(HALTED);
                    }
                    return result;
                });
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
