export { Notice, tell, TroubleNotice, type NoticeTone, type Told } from './notice';
