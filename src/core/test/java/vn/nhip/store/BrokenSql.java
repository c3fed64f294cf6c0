package vn.nhip.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A database that does something else than it is told: statements are rewritten, or transactions are not kept. */
final class BrokenSql implements UnaryOperator<DataSource> {

    private static final Set<String> TRANSACTION = Set.of("setAutoCommit", "commit", "rollback");

    private final UnaryOperator<String> rewrite;
    private final boolean keepsTransactions;
    private boolean touched;

    private BrokenSql(UnaryOperator<String> rewrite, boolean keepsTransactions) {
        this.rewrite = rewrite;
        this.keepsTransactions = keepsTransactions;
    }

    static BrokenSql replacing(String regex, String replacement) {
        return new BrokenSql(sql -> sql.replaceAll(regex, replacement), true);
    }

    static BrokenSql withoutTransactions() {
        return new BrokenSql(UnaryOperator.identity(), false);
    }

    BrokenSql and(String regex, String replacement) {
        return new BrokenSql(sql -> rewrite.apply(sql).replaceAll(regex, replacement), keepsTransactions);
    }

    /** Whether it ever did something else: a break that breaks nothing proves nothing. */
    boolean touched() {
        return touched;
    }

    @Override
    public DataSource apply(DataSource real) {
        return proxy(DataSource.class, (self, method, args) -> {
            Object result = call(real, method, args);
            return result instanceof Connection connection ? breaking(connection) : result;
        });
    }

    private Connection breaking(Connection real) {
        return proxy(Connection.class, (self, method, args) -> {
            if (!keepsTransactions && TRANSACTION.contains(method.getName())) {
                touched = true;
                return null;
            }
            if (method.getName().equals("prepareStatement")) {
                String sql = rewrite.apply((String) args[0]);
                touched |= !sql.equals(args[0]);
                args[0] = sql;
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

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
