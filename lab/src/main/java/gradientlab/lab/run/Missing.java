package gradientlab.lab.run;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** Finds what a file did not say: a mapper makes null of a key that is missing, and nothing in a run is null on purpose. */
final class Missing {

    private Missing() {}

    /** The place of the first part that is null, such as "layers[3].activation"; empty where all are there. */
    static String in(Object value) {
        return in(value, "");
    }

    private static String in(Object value, String place) {
        if (value == null) {
            return place;
        }
        if (value instanceof Record part) {
            return inRecord(part, place);
        }
        if (value instanceof List<?> list) {
            return inList(list, place);
        }
        return value instanceof Map<?, ?> map ? inMap(map, place) : "";
    }

    private static String inRecord(Record part, String place) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
                String name = place.isEmpty() ? component.getName() : place + "." + component.getName();
                String missing = in(valueOf(part, component), name);
                if (!missing.isEmpty()) {
                    return missing;
                }
            }
        }
        return "";
    }

    private static Object valueOf(Record part, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor of a record can be called", e);
        }
    }

    private static String inList(List<?> list, String place) {
        for (int i = 0; i < list.size(); i++) {
            String missing = in(list.get(i), place + "[" + i + "]");
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        return "";
    }

    private static String inMap(Map<?, ?> map, String place) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String missing = in(entry.getValue(), place + "." + entry.getKey());
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        return "";
    }
}
