package io.sallyport.intake.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How an element looks, as far as inline styles tell: enough to know text that a reader cannot see.
 *
 * @param isRemoved nothing inside is shown, whatever its own style
 * @param tiny no readable size; an element inside may set its own
 * @param pale white or transparent letters; an element inside may set its own colour
 * @param dark on a background of another colour than white
 */
record HtmlLook(boolean isRemoved, boolean tiny, boolean pale, boolean dark) {

    static final HtmlLook PLAIN = new HtmlLook(false, false, false, false);

    private static final Pattern REMOVING = Pattern.compile(
            "(?<![-\\w])(display:none|visibility:hidden|opacity:0(?![.\\d]*[1-9])|max-height:0(?![.\\d]*[1-9])"
                    + "|text-indent:-\\d{3,}|left:-\\d{3,}|top:-\\d{3,})");
    private static final Pattern SIZE = Pattern.compile("(?<![-\\w])font(-size)?:");
    private static final Pattern TINY = Pattern.compile("(?<![-\\w])font-size:(0(?![.\\d]*[1-9])|1px|1pt|0?\\.\\d)");
    private static final Pattern COLOUR = Pattern.compile("(?<![-\\w])color:");
    private static final Pattern PALE =
            Pattern.compile("(?<![-\\w])color:(#fff(fff)?|white|transparent|rgb\\(255,255,255\\))(?![\\w])");
    private static final Pattern BACKGROUND = Pattern.compile("(?<![-\\w])background(-color|-image)?:");
    private static final Pattern LIGHT = Pattern.compile(
            "(?<![-\\w])background(-color)?:(#fff(fff)?|white|none|transparent|inherit|rgb\\(255,255,255\\))(?![\\w])");

    HtmlLook of(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        boolean removed = element.hasAttr("hidden") || REMOVING.matcher(style).find();
        boolean tinyNow = SIZE.matcher(style).find() ? TINY.matcher(style).find() : tiny;
        boolean paleNow = COLOUR.matcher(style).find() ? PALE.matcher(style).find() : pale;
        return new HtmlLook(removed, tinyNow, paleNow, isDark(element, style));
    }

    private boolean isDark(Element element, String style) {
        if (BACKGROUND.matcher(style).find()) {
            return !LIGHT.matcher(style).find();
        }
        String colour = element.attr("bgcolor").toLowerCase(Locale.ROOT);
        return colour.isEmpty() ? dark : !(colour.startsWith("#fff") || colour.equals("white"));
    }

    boolean isUnreadable() {
        return tiny || (pale && !dark);
    }
}
