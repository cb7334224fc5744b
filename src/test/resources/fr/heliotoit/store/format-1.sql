PRAGMA application_id = 1196444487
;;
PRAGMA user_version = 10300
;;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)
;;
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', NULL)
;;
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
;;
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
;;
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
;;
CREATE TABLE projet (cle TEXT NOT NULL PRIMARY KEY, valeur TEXT)
;;
CREATE TABLE millesimes (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, millesime TEXT NOT NULL, cree_le DATETIME NOT NULL,
  batiments INTEGER NOT NULL, courant BOOLEAN NOT NULL)
;;
CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, snapshot INTEGER NOT NULL REFERENCES millesimes(id), role TEXT NOT NULL,
  nature TEXT NOT NULL, nom TEXT NOT NULL, sha256 TEXT NOT NULL)
;;
CREATE TABLE constats (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, snapshot INTEGER NOT NULL REFERENCES millesimes(id), gravite TEXT NOT NULL,
  code TEXT NOT NULL, objet TEXT, x DOUBLE, y DOUBLE, message TEXT NOT NULL)
;;
CREATE TABLE entrees (
  nature TEXT NOT NULL PRIMARY KEY, chemin TEXT NOT NULL, sha256 TEXT NOT NULL, crs TEXT)
;;
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, date DATETIME NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL)
;;
CREATE TABLE batiments (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON NOT NULL, id TEXT NOT NULL UNIQUE, nom TEXT, adresse TEXT, parcelle TEXT,
  usage TEXT NOT NULL, public BOOLEAN NOT NULL, emprise DOUBLE NOT NULL, hauteur DOUBLE, toiture DOUBLE, surface DOUBLE,
  inclinaison DOUBLE, orientation DOUBLE, irradiation DOUBLE, puissance DOUBLE, production DOUBLE, productible DOUBLE,
  classe INTEGER, raison TEXT, methode TEXT, millesime TEXT NOT NULL)
;;
CREATE TABLE pans (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON NOT NULL, id TEXT NOT NULL UNIQUE, batiment TEXT NOT NULL,
  inclinaison DOUBLE NOT NULL, orientation DOUBLE NOT NULL, surface DOUBLE NOT NULL, ecart DOUBLE, part_expliquee DOUBLE)
;;
CREATE TABLE potentiels (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, batiment TEXT NOT NULL UNIQUE, m01 DOUBLE, m02 DOUBLE, m03 DOUBLE, m04 DOUBLE, m05 DOUBLE, m06 DOUBLE,
  m07 DOUBLE, m08 DOUBLE, m09 DOUBLE, m10 DOUBLE, m11 DOUBLE, m12 DOUBLE)
;;
CREATE TABLE archive_batiments AS SELECT 0 AS snapshot, * FROM batiments WHERE 0
;;
CREATE TABLE archive_pans AS SELECT 0 AS snapshot, * FROM pans WHERE 0
;;
CREATE TABLE archive_potentiels AS SELECT 0 AS snapshot, * FROM potentiels WHERE 0
;;
CREATE INDEX pans_batiment ON pans(batiment)
;;
INSERT INTO gpkg_spatial_ref_sys VALUES ('EPSG:2154', 2154, 'EPSG', 2154, 'PROJCS["RGF93 / Lambert-93"]', NULL)
;;
INSERT INTO gpkg_contents(table_name, data_type, identifier, description, last_change, srs_id) VALUES ('batiments', 'features', 'batiments', '', '2026-01-05T08:00:00.000Z', 2154)
;;
INSERT INTO gpkg_geometry_columns VALUES ('batiments', 'geom', 'MULTIPOLYGON', 2154, 0, 0)
;;
CREATE VIRTUAL TABLE rtree_batiments_geom USING rtree(id, minx, maxx, miny, maxy)
;;
INSERT INTO gpkg_extensions VALUES ('batiments', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
;;
INSERT INTO gpkg_contents(table_name, data_type, identifier, description, last_change, srs_id) VALUES ('pans', 'features', 'pans', '', '2026-01-05T08:00:00.000Z', 2154)
;;
INSERT INTO gpkg_geometry_columns VALUES ('pans', 'geom', 'MULTIPOLYGON', 2154, 0, 0)
;;
CREATE VIRTUAL TABLE rtree_pans_geom USING rtree(id, minx, maxx, miny, maxy)
;;
INSERT INTO gpkg_extensions VALUES ('pans', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
;;
INSERT INTO gpkg_contents(table_name, data_type, identifier, description, last_change, srs_id) VALUES ('journal', 'attributes', 'journal', '', '2026-01-05T08:00:00.000Z', NULL)
;;
INSERT INTO gpkg_contents(table_name, data_type, identifier, description, last_change, srs_id) VALUES ('millesimes', 'attributes', 'millesimes', '', '2026-01-05T08:00:00.000Z', NULL)
;;
INSERT INTO gpkg_contents(table_name, data_type, identifier, description, last_change, srs_id) VALUES ('potentiels', 'attributes', 'potentiels', '', '2026-01-05T08:00:00.000Z', NULL)
;;
INSERT INTO projet VALUES ('format', '1')
;;
INSERT INTO projet VALUES ('insee', '62498')
;;
INSERT INTO projet VALUES ('nom', 'Lens')
;;
INSERT INTO projet VALUES ('crs', 'EPSG:2154')
;;
INSERT INTO projet VALUES ('synthetique', 'false')
;;
INSERT INTO millesimes VALUES (1, '2024-06', '2026-01-05T08:00:00Z', 2, 0), (2, '2026-01', '2026-01-06T08:00:00Z', 2, 1)
;;
INSERT INTO sources(snapshot, role, nature, nom, sha256) VALUES (1, 'import', 'buildings', 'toits-2024.shp', 'aa'), (2, 'import', 'buildings', 'toits-2026.shp', 'bb'), (2, 'calcul', 'surface-model', 'mns.tif', 'cc')
;;
INSERT INTO entrees VALUES ('mns', 'mns.tif', 'cc', NULL), ('meteo', 'lens.epw', 'ee', NULL)
;;
INSERT INTO journal(date, action, detail) VALUES ('2026-01-05T08:00:00Z', 'creation', 'Lens')
;;
INSERT INTO archive_batiments(snapshot, fid, geom, id, nom, adresse, parcelle, usage, public, emprise, hauteur, toiture, surface, inclinaison, orientation, irradiation, puissance, production, productible, classe, raison, methode, millesime) VALUES (1, 1, x'475000036A0800000000000030F724410000000044F724410000000012D85A410000008014D85A41010600000001000000010300000001000000050000000000000030F724410000000012D85A410000000030F724410000008014D85A410000000044F724410000008014D85A410000000044F724410000000012D85A410000000030F724410000000012D85A41', 'a', 'École', NULL, NULL, 'public', 1, 100, 6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'non_calcule', NULL, '2024-06'), (1, 2, x'475000036A08000000000000F8F72441000000000CF824410000000012D85A410000008014D85A410106000000010000000103000000010000000500000000000000F8F724410000000012D85A4100000000F8F724410000008014D85A41000000000CF824410000008014D85A41000000000CF824410000000012D85A4100000000F8F724410000000012D85A41', 'b', NULL, NULL, NULL, 'residentiel', 0, 100, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'non_calcule', NULL, '2024-06')
;;
INSERT INTO batiments(fid, geom, id, nom, adresse, parcelle, usage, public, emprise, hauteur, toiture, surface, inclinaison, orientation, irradiation, puissance, production, productible, classe, raison, methode, millesime) VALUES (1, x'475000036A0800000000000030F724410000000044F724410000000012D85A410000008014D85A41010600000001000000010300000001000000050000000000000030F724410000000012D85A410000000030F724410000008014D85A410000000044F724410000008014D85A410000000044F724410000000012D85A410000000030F724410000000012D85A41', 'a', 'École', '1, rue de l''Église', NULL, 'public', 1, 100, 6, 120, 80, 30, 180, 1080, 16, 15000, 937.5, 5, NULL, 'mns_meteo', '2026-01'), (2, x'475000036A08000000000000C0F8244100000000D4F824410000000012D85A410000008014D85A410106000000010000000103000000010000000500000000000000C0F824410000000012D85A4100000000C0F824410000008014D85A4100000000D4F824410000008014D85A4100000000D4F824410000000012D85A4100000000C0F824410000000012D85A41', 'c', NULL, NULL, NULL, 'annexe', 0, 100, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'non_calcule', NULL, '2026-01')
;;
INSERT INTO rtree_batiments_geom VALUES (1, 687000, 687010, 7037000, 7037010), (2, 687200, 687210, 7037000, 7037010)
;;
INSERT INTO potentiels(batiment, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12) VALUES ('a', 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90)
;;
INSERT INTO pans VALUES (1, x'475000036A0800000000000030F724410000000044F724410000000012D85A410000008014D85A41010600000001000000010300000001000000050000000000000030F724410000000012D85A410000000030F724410000008014D85A410000000044F724410000008014D85A410000000044F724410000000012D85A410000000030F724410000000012D85A41', 'a-1', 'a', 30, 180, 115, 0.05, 0.9)
;;
INSERT INTO rtree_pans_geom VALUES (1, 687000, 687010, 7037000, 7037010)
;;
CREATE TRIGGER rtree_batiments_geom_insert AFTER INSERT ON batiments
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_batiments_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END
;;
CREATE TRIGGER rtree_batiments_geom_update1 AFTER UPDATE OF geom ON batiments
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_batiments_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END
;;
CREATE TRIGGER rtree_batiments_geom_update2 AFTER UPDATE OF geom ON batiments
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_batiments_geom WHERE id = OLD.fid;
END
;;
CREATE TRIGGER rtree_batiments_geom_update3 AFTER UPDATE ON batiments
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_batiments_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_batiments_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END
;;
CREATE TRIGGER rtree_batiments_geom_update4 AFTER UPDATE ON batiments
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_batiments_geom WHERE id IN (OLD.fid, NEW.fid);
END
;;
CREATE TRIGGER rtree_batiments_geom_delete AFTER DELETE ON batiments
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_batiments_geom WHERE id = OLD.fid;
END
;;
CREATE TRIGGER rtree_pans_geom_insert AFTER INSERT ON pans
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_pans_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END
;;
CREATE TRIGGER rtree_pans_geom_update1 AFTER UPDATE OF geom ON pans
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_pans_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END
;;
CREATE TRIGGER rtree_pans_geom_update2 AFTER UPDATE OF geom ON pans
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_pans_geom WHERE id = OLD.fid;
END
;;
CREATE TRIGGER rtree_pans_geom_update3 AFTER UPDATE ON pans
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_pans_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_pans_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END
;;
CREATE TRIGGER rtree_pans_geom_update4 AFTER UPDATE ON pans
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_pans_geom WHERE id IN (OLD.fid, NEW.fid);
END
;;
CREATE TRIGGER rtree_pans_geom_delete AFTER DELETE ON pans
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_pans_geom WHERE id = OLD.fid;
END
