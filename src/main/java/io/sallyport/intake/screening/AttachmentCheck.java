package io.sallyport.intake.screening;

import io.sallyport.casefile.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Warns people of attachments that are not what a customer sends, by name, type and size; nothing is opened. */
public final class AttachmentCheck {

    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "scr",
            "bat",
            "cmd",
            "com",
            "pif",
            "msi",
            "msp",
            "mst",
            "js",
            "jse",
            "vbs",
            "vbe",
            "wsf",
            "wsh",
            "hta",
            "ps1",
            "psm1",
            "jar",
            "cpl",
            "lnk",
            "reg",
            "dll",
            "chm",
            "scf",
            "url",
            "inf",
            "gadget",
            "application",
            "msix",
            "appx",
            "apk",
            "dmg",
            "pkg",
            "sh",
            "py",
            "rb",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "one",
            "xll",
            "sys",
            "library-ms");
    private static final Set<String> MACROS = Set.of(
            "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppam", "ppsm", "sldm", "mdb", "accdb",
            "slk");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "zst", "cab", "ace", "arj", "lzh", "z");
    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "txt", "csv", "rtf", "mp4",
            "mp3", "odt", "html");

    /** What a file of this ending calls itself; {@code application/octet-stream} says nothing and never clashes. */
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/(x-)?pdf",
            "png", "image/.*",
            "jpg", "image/.*",
            "jpeg", "image/.*",
            "gif", "image/.*",
            "txt", "text/.*",
            "csv", "text/.*|application/(vnd.ms-excel|csv)",
            "docx", "application/(vnd.openxmlformats.*|zip)",
            "xlsx", "application/(vnd.openxmlformats.*|zip)",
            "zip", "application/(zip|x-zip.*)");

    /** Letters that turn the reading direction make {@code exe.fdp} of {@code pdf.exe}. */
    private static final Pattern DISGUISE =
            Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200B-\\u200F]|\\s{5,}\\S*$");

    private static final Pattern KNOWN_BOMB = Pattern.compile("(42|zbsm|zblg|zbxl|bomb)\\.(zip|gz|7z|rar)");

    private static final int MANY = 50;

    private AttachmentCheck() {}

    /**
     * @param largest bytes of one file above which it is called oversized
     * @param largestTotal the same for all of them together
     */
    public static List<String> warnings(List<Attachment> attachments, long largest, long largestTotal) {
        var warnings = new ArrayList<String>();
        for (Attachment attachment : attachments) {
            warn(attachment, largest).ifPresent(why -> warnings.add("attachment " + attachment.name() + ": " + why));
        }
        long total = attachments.stream().mapToLong(Attachment::bytes).sum();
        if (total > largestTotal) {
            warnings.add("attachments of " + total + " bytes in all");
        }
        if (attachments.size() > MANY) {
            warnings.add(attachments.size() + " attachments");
        }
        return warnings;
    }

    private static Optional<String> warn(Attachment attachment, long largest) {
        String name = attachment.name().toLowerCase(Locale.ROOT).strip();
        String type = attachment.mediaType().toLowerCase(Locale.ROOT);
        List<String> endings = List.of(name.split("\\."));
        String last = endings.size() > 1 ? endings.getLast().strip() : "";
        String before = endings.size() > 2 ? endings.get(endings.size() - 2).strip() : "";
        List<String> why = Stream.of(
                        when(DISGUISE.matcher(attachment.name()).find(), "disguised name"),
                        when(PROGRAMS.contains(last) || isProgramType(type), "program"),
                        when(isStrange(last) && DOCUMENTS.contains(before), "double extension"),
                        when(MACROS.contains(last) || type.contains("macroenabled"), "document with macros"),
                        when(isBomb(name, last, before), "archive that may be a bomb"),
                        when(ARCHIVES.contains(last), "archive, not opened"),
                        when(clashes(last, type), "says it is " + type),
                        when(last.startsWith("htm") || last.equals("svg") || type.equals("text/html"), "web page"),
                        when(last.equals("p7m") || name.equals("winmail.dat"), "cannot be read here"),
                        when(attachment.bytes() > largest, attachment.bytes() + " bytes"))
                .flatMap(Optional::stream)
                .toList();
        return why.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", why));
    }

    private static Optional<String> when(boolean holds, String what) {
        return holds ? Optional.of(what) : Optional.empty();
    }

    private static boolean isStrange(String ending) {
        return PROGRAMS.contains(ending) || MACROS.contains(ending) || ending.startsWith("htm");
    }

    private static boolean isProgramType(String type) {
        return type.matches("application/(x-msdownload|x-dosexec|x-msdos-program|x-executable|x-sh|java-archive|hta"
                + "|x-ms-shortcut|vnd.microsoft.portable-executable|x-apple-diskimage)");
    }

    /** Archives in archives, known names, and gigabytes announced by a name: what unpacking alone would choke on. */
    private static boolean isBomb(String name, String last, String before) {
        boolean nested = ARCHIVES.contains(last) && ARCHIVES.contains(before) && !before.equals("tar");
        return nested || KNOWN_BOMB.matcher(name).find();
    }

    private static boolean clashes(String ending, String type) {
        String expected = TYPES.get(ending);
        return expected != null
                && !type.isEmpty()
                && !type.equals("application/octet-stream")
                && !type.equals("application/x-download")
                && !type.equals("application/force-download")
                && !type.matches(expected);
    }
}
