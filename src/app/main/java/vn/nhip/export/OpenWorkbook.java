package vn.nhip.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.TableDocument;

/**
 * A workbook to write into: a new one, or an existing one whose managed sheets were emptied in place, so that a
 * person's own sheets, their order and their formulas stay.
 */
final class OpenWorkbook implements AutoCloseable {

    /** The document property by which a file says whose export it is. */
    static final String OWNER = "nhip-workspace";

    private static final byte[] EMPTY_SHEET = ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                    + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>")
            .getBytes(StandardCharsets.UTF_8);

    private final XSSFWorkbook workbook;
    private final @Nullable OPCPackage source;
    private final Map<String, String> sheetByTable;

    private OpenWorkbook(XSSFWorkbook workbook, @Nullable OPCPackage source, Map<String, String> sheetByTable) {
        this.workbook = workbook;
        this.source = source;
        this.sheetByTable = sheetByTable;
    }

    static OpenWorkbook at(Path target, String workspace) {
        if (!Files.exists(target)) {
            return new OpenWorkbook(new XSSFWorkbook(), null, Map.of());
        }
        OPCPackage source = open(target);
        try {
            boolean ours = checkOwner(source, target, workspace);
            Map<String, String> managed = empty(source, target, ours);
            forgetCalculationOrder(source);
            return new OpenWorkbook(new XSSFWorkbook(source), source, managed);
        } catch (IOException | OpenXML4JException | XmlException | POIXMLException e) {
            source.revert();
            throw new ExportException(e, "error.not-a-workbook", target.toString());
        } catch (RuntimeException e) {
            source.revert();
            throw e;
        }
    }

    private static OPCPackage open(Path target) {
        try {
            return OPCPackage.open(target.toFile(), PackageAccess.READ_WRITE);
        } catch (InvalidFormatException | OpenXML4JRuntimeException | UnsupportedFileFormatException e) {
            throw new ExportException(e, "error.not-a-workbook", target.toString());
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    boolean refreshing() {
        return source != null;
    }

    /** The sheet that holds a table, by whatever name it goes now; a new one where there is none. */
    XSSFSheet sheet(String table, String name) {
        String existing = sheetByTable.get(table);
        return existing == null ? workbook.createSheet(name) : workbook.getSheet(existing);
    }

    /** Removes managed sheets that the export has no use for any more. */
    void keepOnly(List<String> tables) {
        sheetByTable.forEach((table, name) -> {
            if (!tables.contains(table)) {
                workbook.removeSheetAt(workbook.getSheetIndex(name));
            }
        });
    }

    private static boolean checkOwner(OPCPackage source, Path target, String workspace)
            throws IOException, OpenXML4JException, XmlException {
        var property = new POIXMLProperties(source).getCustomProperties().getProperty(OWNER);
        if (property == null) {
            return false;
        }
        if (!workspace.equals(property.getLpwstr())) {
            throw new ExportException("error.other-workspace", target.toString(), property.getLpwstr(), workspace);
        }
        return true;
    }

    private static Map<String, String> empty(OPCPackage source, Path target, boolean ours)
            throws IOException, OpenXML4JException, XmlException {
        Map<String, PackagePart> sheets = sheets(source);
        Map<String, String> managed = ours ? managed(sheets) : Map.of();
        for (String name : sheets.keySet()) {
            if (!managed.containsValue(name) && SheetKind.named(name).isPresent()) {
                throw new ExportException("error.sheet-taken", target.toString(), name);
            }
        }
        for (String name : managed.values()) {
            PackagePart part = sheets.get(name);
            if (part != null) {
                empty(source, part);
            }
        }
        return managed;
    }

    private static Map<String, PackagePart> sheets(OPCPackage source) throws IOException, OpenXML4JException {
        Map<String, PackagePart> sheets = new LinkedHashMap<>();
        if (new XSSFReader(source).getSheetsData() instanceof XSSFReader.SheetIterator all) {
            while (all.hasNext()) {
                all.next().close();
                sheets.put(all.getSheetName(), all.getSheetPart());
            }
        }
        return sheets;
    }

    /** Sheet names by table: by the table in them, else (some programs drop tables) by their name. */
    private static Map<String, String> managed(Map<String, PackagePart> sheets)
            throws IOException, OpenXML4JException, XmlException {
        Map<String, String> found = new HashMap<>();
        for (Map.Entry<String, PackagePart> sheet : sheets.entrySet()) {
            for (String table : tables(sheet.getValue())) {
                if (isOurs(table)) {
                    found.put(table, sheet.getKey());
                }
            }
        }
        for (String name : sheets.keySet()) {
            SheetKind.named(name).ifPresent(kind -> found.putIfAbsent(kind.table(), name));
        }
        return found;
    }

    private static boolean isOurs(String table) {
        boolean ofYear = table.startsWith(TidyTable.ID + "_");
        return ofYear
                || List.of(SheetKind.values()).stream()
                        .anyMatch(kind -> kind.table().equals(table));
    }

    private static List<String> tables(PackagePart sheet) throws IOException, OpenXML4JException, XmlException {
        List<String> names = new ArrayList<>();
        for (PackageRelationship link : sheet.getRelationshipsByType(XSSFRelation.TABLE.getRelation())) {
            try (InputStream in = sheet.getRelatedPart(link).getInputStream()) {
                names.add(TableDocument.Factory.parse(in).getTable().getDisplayName());
            }
        }
        return names;
    }

    private static void empty(OPCPackage source, PackagePart sheet) throws IOException, OpenXML4JException {
        deleteTargets(source, sheet);
        sheet.clearRelationships();
        try (OutputStream out = sheet.getOutputStream()) {
            out.write(EMPTY_SHEET);
        }
    }

    /** Tables, drawings and charts go with their sheet. */
    private static void deleteTargets(OPCPackage source, PackagePart part) throws OpenXML4JException {
        for (PackageRelationship link : part.getRelationships()) {
            if (link.getTargetMode() == TargetMode.EXTERNAL) {
                continue;
            }
            PackagePartName name = PackagingURIHelper.createPartName(link.getTargetURI());
            PackagePart target = source.getPart(name);
            if (target != null && belongsToSheet(target)) {
                deleteTargets(source, target);
                source.removePart(name);
            }
        }
    }

    /** Pictures may be shared with a person's own sheet; the cache of a pivot table belongs to the workbook. */
    private static boolean belongsToSheet(PackagePart target) {
        String type = target.getContentType();
        return !type.startsWith("image/") && !type.contains("pivotCache");
    }

    /** The order of calculation is only a hint, and a wrong one once cells are gone. */
    private static void forgetCalculationOrder(OPCPackage source) throws OpenXML4JException {
        for (PackagePart book : source.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType())) {
            for (PackageRelationship link : book.getRelationshipsByType(XSSFRelation.CALC_CHAIN.getRelation())) {
                source.removePart(PackagingURIHelper.createPartName(link.getTargetURI()));
                book.removeRelationship(link.getId());
            }
        }
    }

    /** Lets go of the file without touching it. */
    @Override
    public void close() throws IOException {
        if (source == null) {
            workbook.close();
        } else {
            source.revert();
        }
    }
}
