package org.symbolon.endtoend.reliability.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.api.kernel.Shape;

/** Holds an answer to the shape that its route describes. */
final class AnswerShape {

    private final List<String> complaints = new ArrayList<>();

    /** What does not fit, in words. */
    static List<String> complaints(Shape shape, Object value) {
        AnswerShape answer = new AnswerShape();
        answer.check("value", shape, value);
        return answer.complaints;
    }

    private void check(String place, Shape shape, Object value) {
        if (value == null) {
            complainUnless(shape.isNullable() || shape.kind() == Shape.Kind.ANYTHING, place + " is null");
            return;
        }
        switch (shape.kind()) {
            case TEXT, SECRET, TIME, FILE ->
                complainUnless(value instanceof String && isChoice(shape, value), place + " is " + value);
            case NUMBER -> complainUnless(value instanceof Integer || value instanceof Long, place + " is " + value);
            case DECIMAL -> complainUnless(value instanceof Number, place + " is " + value);
            case FLAG -> complainUnless(value instanceof Boolean, place + " is " + value);
            case LIST -> checkList(place, shape, value);
            case OBJECT -> checkObject(place, shape, value);
            case ANYTHING -> {}
        }
    }

    private static boolean isChoice(Shape shape, Object value) {
        return shape.choices().isEmpty() || shape.choices().contains(value.toString());
    }

    private void checkList(String place, Shape shape, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> check(place + "[]", shape.element(), element));
            return;
        }
        complaints.add(place + " is no list");
    }

    private void checkObject(String place, Shape shape, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            complaints.add(place + " is no object");
            return;
        }
        Set<String> fields = shape.fields().keySet();
        map.forEach((key, inside) -> {
            Shape known = shape.fields().getOrDefault((String) key, shape.element());
            if (known == null) {
                complaints.add(place + "." + key + " is not described");
                return;
            }
            check(place + "." + key, known, inside);
        });
        complainUnless(
                map.isEmpty() || fields.isEmpty() || fields.stream().anyMatch(map::containsKey),
                place + " has none of " + fields);
    }

    private void complainUnless(boolean fits, String complaint) {
        if (!fits) {
            complaints.add(complaint);
        }
    }
}
