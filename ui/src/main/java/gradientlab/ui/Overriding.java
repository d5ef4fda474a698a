package gradientlab.ui;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Views of an object in which some methods do something else. */
final class Overriding {
    private Overriding() {}

    /** What a method does instead. */
    @FunctionalInterface
    interface Replacement<T> {
        /** The method's result, given the view it was called on and its arguments. */
        Object call(T view, Object[] arguments);
    }

    /**
     * The object as seen through the interface, with the methods of the map in place of its own.
     *
     * @param methods by name and number of arguments, such as {@code listen/2}
     */
    static <T> T view(Class<T> type, T object, Map<String, Replacement<T>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (view, method, arguments) -> {
                    var replacement = methods.get(method.getName() + "/" + method.getParameterCount());
                    return replacement == null
                            ? call(object, method, arguments)
                            : replacement.call(type.cast(view), arguments);
                }));
    }

    private static Object call(Object object, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
