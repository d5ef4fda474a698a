package gradientlab.ui.stock;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Objects of which only some methods do anything. */
final class StandIn {
    private StandIn() {}

    /**
     * An object with the methods of the map; any other returns the object itself where it can, else null, false or 0.
     *
     * @param methods by name and number of arguments, such as {@code end/1}
     */
    static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    var known = methods.get(method.getName() + "/" + method.getParameterCount());
                    Object result = known == null ? null : known.apply(arguments);
                    return result == null ? nothing(self, method, arguments) : result;
                }));
    }

    private static Object nothing(Object self, Method method, Object[] arguments) {
        return switch (method.getName() + "/" + method.getParameterCount()) {
            case "hashCode/0" -> System.identityHashCode(self);
            case "equals/1" -> self == arguments[0];
            default -> nothing(self, method.getReturnType());
        };
    }

    private static Object nothing(Object self, Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type != Object.class && type.isInstance(self) ? self : null;
    }
}
