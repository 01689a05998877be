package org.symbolon.api.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a parameter or an answer looks like, with a line for whoever reads the description of the API. Routes are described
 * with it ({@link Route#takes}, {@link Route#answers}); an immutable value whose methods answer changed copies.
 */
public final class Shape {

    /** What JSON or a form can hold. */
    public enum Kind {
        TEXT,
        SECRET,
        NUMBER,
        DECIMAL,
        FLAG,
        TIME,
        LIST,
        OBJECT,
        FILE,
        ANYTHING
    }

    private final Kind kind;
    private final String about;
    private boolean required;
    private boolean nullable;
    private Object preset;
    private List<String> choices = List.of();
    private Shape element;
    private Map<String, Shape> fields = Map.of();

    private Shape(Kind kind, String about) {
        this.kind = kind;
        this.about = about;
    }

    public static Shape text(String about) {
        return new Shape(Kind.TEXT, about);
    }

    /** A text that must not be shown, such as a PIN. */
    public static Shape secret(String about) {
        return new Shape(Kind.SECRET, about);
    }

    /** A whole number. */
    public static Shape number(String about) {
        return new Shape(Kind.NUMBER, about);
    }

    public static Shape decimal(String about) {
        return new Shape(Kind.DECIMAL, about);
    }

    public static Shape flag(String about) {
        return new Shape(Kind.FLAG, about);
    }

    /** A moment, as {@link Parameters#moment} reads it. */
    public static Shape time(String about) {
        return new Shape(Kind.TIME, about);
    }

    /** One of a few words. */
    public static Shape choice(String about, String... words) {
        Shape shape = text(about);
        shape.choices = List.of(words);
        return shape;
    }

    /** Texts; as a parameter also one text with commas. */
    public static Shape list(String about) {
        return listOf(about, text(""));
    }

    public static Shape listOf(String about, Shape element) {
        Shape shape = new Shape(Kind.LIST, about);
        shape.element = element;
        return shape;
    }

    /** An object with any keys and values; as a parameter also its JSON text. */
    public static Shape object(String about) {
        return mapOf(about, anything(""));
    }

    /** An object with any keys, whose values are alike. */
    public static Shape mapOf(String about, Shape value) {
        Shape shape = new Shape(Kind.OBJECT, about);
        shape.element = value;
        return shape;
    }

    /** An object with the fields that {@link #with} adds. */
    public static Shape fields(String about) {
        return new Shape(Kind.OBJECT, about);
    }

    public static Shape file(String about) {
        return new Shape(Kind.FILE, about);
    }

    public static Shape anything(String about) {
        return new Shape(Kind.ANYTHING, about);
    }

    /** A parameter that must be there. */
    public Shape required() {
        Shape shape = copy();
        shape.required = true;
        return shape;
    }

    /** What counts where the parameter is not there. */
    public Shape or(Object value) {
        Shape shape = copy();
        shape.preset = value;
        return shape;
    }

    /** An answer that can be null instead. */
    public Shape orNull() {
        Shape shape = copy();
        shape.nullable = true;
        return shape;
    }

    public Shape with(String name, Shape field) {
        Map<String, Shape> more = new LinkedHashMap<>(fields);
        more.put(name, field);
        Shape shape = copy();
        shape.fields = Collections.unmodifiableMap(more);
        return shape;
    }

    /** The same fields as an answer has them: none is required or has a preset, and there are no secrets. */
    public Shape shown() {
        Shape shape = fields(about);
        for (Map.Entry<String, Shape> field : fields.entrySet()) {
            if (field.getValue().kind != Kind.SECRET) {
                shape = shape.with(field.getKey(), new Shape(field.getValue().kind, field.getValue().about));
            }
        }
        return shape;
    }

    private Shape copy() {
        Shape shape = new Shape(kind, about);
        shape.required = required;
        shape.nullable = nullable;
        shape.preset = preset;
        shape.choices = choices;
        shape.element = element;
        shape.fields = fields;
        return shape;
    }

    public Kind kind() {
        return kind;
    }

    public String about() {
        return about;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isNullable() {
        return nullable;
    }

    /** The value that counts where none is given, or null. */
    public Object preset() {
        return preset;
    }

    public List<String> choices() {
        return choices;
    }

    /** What the elements of a list, or the values of an object with any keys, look like; null for other shapes. */
    public Shape element() {
        return element;
    }

    public Map<String, Shape> fields() {
        return fields;
    }
}
